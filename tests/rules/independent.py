#!/usr/bin/env python3
# Eight shipped rules a second time, from the CSV files alone and without the engine, held against its
# findings.csv:
#   independent.py FOLDER AS-AT FINDINGS      differences on standard output, exit code 1 if any;
#                                             the last line of each rule is "RULE answers N"
# Written from the catalogue and the readings, not from the Lua. Where the record does not say
# (history cut off, a list that did not come, a date that cannot be read) it says nothing.
import csv
import sys
from collections import defaultdict
from datetime import date, timedelta

import days
from record import Child, Record, Unsaid



def judged(child, start, known, due, done=None, supplied=True, on_the_day=False):
    """(first day, due day, good | past | late), or Unsaid where the record leaves it open."""
    as_at = child.record.as_at
    late = (lambda day: day >= due) if on_the_day else (lambda day: day > due)
    if done:
        answer = "late" if late(done) else "good"
    else:
        answer = "past" if late(as_at) else "good"
    if answer == "past" and not supplied:
        raise Unsaid("the list that would show it did not come")
    if not known and not (answer == "past" and not done):
        raise Unsaid("the beginning was cut off")
    return start, due, answer


def with_working_days(start):
    if start.year < days.FIRST_YEAR:
        raise Unsaid("no calendar")


def first_review(child):
    record = child.record
    if not child.not_on_remand() or child.with_adopters():
        return []
    start, known = child.start_of_care()
    with_working_days(start)
    due = days.add_working_days(start, 20)
    held = sorted(d for d in (record.day(r, "REVIEW") for r in record.rows("reviews", child.name)) if d and d >= start)
    done = held[0] if held else None
    unseen = record.has("reviews") and (not known or start < record.first_day("reviews"))
    if unseen and (due < record.first_day("reviews") or not (done and done <= due)):
        raise Unsaid("reviews before the return")
    return [judged(child, start, known, due, done, record.has("reviews"))]


def care_plan(child):
    record = child.record
    if not child.not_on_remand() or child.with_adopters():
        return []
    start, known = child.start_of_care()
    with_working_days(start)
    earlier = max(child.earlier_care_ended(), default=date.min)
    made = []
    for row in record.rows("x_care_plan", child.name):
        first, last = record.day(row, "FROM"), record.day(row, "TO")
        if not first:
            raise Unsaid("FROM")
        if first >= max(days.add_months(start, -6), earlier) and not (last and last <= start):
            made.append(first)
    return [judged(child, start, known, days.add_working_days(start, 10), min(made, default=None),
                   record.has("x_care_plan"))]


def health(child):
    record = child.record
    if not child.looked_after() or child.with_adopters():
        return []
    start, known = child.start_of_care()
    with_working_days(start)
    first, reviews = [], []
    for row in record.rows("x_health", child.name):
        if row["TYPE"] not in ("INITIAL", "ASSESSMENT", "REVIEW") or row["STATUS"] not in ("COMPLETED", ""):
            continue
        day = record.day(row, "CHECKED")
        if not day or not row["STATUS"]:
            raise Unsaid("STATUS")
        if days.add_months(start, -3) <= day < start:
            return []
        if day >= start:
            (reviews if row["TYPE"] == "REVIEW" else first).append(day)
    if reviews and not first:
        raise Unsaid("the first assessment")
    return [judged(child, start, known, days.add_working_days(start, 20), min(first, default=None),
                   record.has("x_health"))]


def section_20(child):
    record = child.record
    if not child.not_on_remand():
        return []
    care, _ = child.start_of_care()
    runs = [i for i, s in enumerate(child.spells) if s[2]["LS"] == "V2" and (not s[1] or s[1] > care)]
    if not runs:
        return []
    if not child.born:
        raise Unsaid("DOB")
    if not child.under(16):
        return []
    alone = [r for r in record.rows("uasc", child.name) if not days.read(r["DUC"]) or days.read(r["DUC"]) > record.as_at]
    agreed = [r for r in record.rows("x_care_plan", child.name) if r["PLAN"] and not record.day(r, "TO")]
    if alone and agreed:
        return []
    if (alone or not record.has("uasc")) and (agreed or not record.has("x_care_plan")):
        raise Unsaid("unaccompanied or not")
    start, known = child.run_of("LS", runs[-1], "SLBU")
    return [judged(child, start, known, days.add_months(start, 6), child.spells[runs[-1]][1], on_the_day=True)]


def at_home(child):
    record = child.record
    if not child.not_on_remand() or child.row("LS") != "C2":
        return []
    if child.row("PLACE").startswith("T"):
        raise Unsaid("a temporary move")
    if child.row("PLACE") != "P1":
        return []
    i = child.now
    while child.touches(i) and child.spells[i][2]["RNE"] != "S" and child.spells[i - 1][2]["PLACE"][0] in "PT":
        i -= 1
    while child.spells[i][2]["PLACE"] != "P1":
        i += 1
    home, home_is_known = child.spells[i][0], child.spells[i][2]["RNE"] in ("S", "P", "T", "B", "U")
    order, order_is_known = child.run_of("LS", child.now, "SLBU")
    start = max(home, order)
    due = days.add_months(start, 12)
    concluded = []
    for row in record.rows("x_pwp", child.name):
        day = record.day(row, "DISCHARGE_REVIEW_DATE")
        if day and row["DISCHARGE_REVIEW_CONCLUSION"].strip():
            concluded.append(days.add_months(day, 6))
    if concluded and max(concluded) < record.as_at:
        due = max(due, max(concluded))
    known = (home_is_known or home < order) and (order_is_known or order < home)
    return [judged(child, start, known, due, supplied=record.has("x_pwp"), on_the_day=True)]


def applications(child, kinds, limit, on_the_day):
    record, answers = child.record, []
    for row in record.rows("x_court", child.name):
        if row["APPLICATION_TYPE"] not in kinds or (child.born and not child.under(18)):
            continue
        issued, made = record.day(row, "ISSUED"), record.day(row, "ORDER_MADE")
        if not issued:
            raise Unsaid("ISSUED")
        if made and not (child.looked_after() and made >= child.start_of_care()[0]):
            continue
        if not made and row["OUTCOME"]:
            continue
        due, extended = issued + timedelta(limit), days.read(row["EXTENDED_TO"]) if "care" in kinds else None
        if extended and (made or extended < record.as_at):
            due = max(due, extended)
        answers.append(judged(child, issued, True, due, made, on_the_day=on_the_day))
    return answers


def proceedings(child):
    if child.record.has("x_court"):
        return applications(child, ("care", "supervision"), 26 * 7 - 1, False)
    if not child.looked_after():
        return []
    runs = [i for i, s in enumerate(child.spells) if s[2]["LS"] == "C1" and child.run_of("LS", i, "")[0] == s[0]]
    if child.row("LS") != "C1" or len(runs) > 1:
        raise Unsaid("no court list")
    start, _ = child.run_of("LS", child.now, "")
    return [judged(child, start, False, start + timedelta(26 * 7 - 1))]


def discharge(child):
    if child.record.has("x_court"):
        return applications(child, ("discharge",), 26 * 7, True)
    if child.looked_after() and child.row("LS") == "C2":
        raise Unsaid("no court list")
    return []


def visits(child):
    """Six weeks (g) only: after a first visit, not at home, not with relatives, no long placement."""
    record = child.record
    if not child.looked_after() or child.with_adopters():
        return []
    kind = child.row("PLACE")
    if kind in ("P1", "U1", "U2", "U3", "Z1") or kind.startswith("T"):
        raise Unsaid("another interval")
    i = child.now
    while child.touches(i) and child.spells[i][2]["RNE"] == "L":
        i -= 1
    start = child.spells[i][0]
    rows = [(record.day(r, "VISIT"), r["SEEN"]) for r in record.rows("x_visit", child.name)]
    if child.spells[i][2]["RNE"] not in ("S", "P", "B") or any(not day or not seen for day, seen in rows):
        raise Unsaid("the placement or the visits")
    seen = [day for day, was_seen in rows if was_seen == "Y" and day >= start]
    if not seen:
        raise Unsaid("no first visit yet")
    due = max(seen) + timedelta(42)
    if kind in ("U4", "U5", "U6") and days.add_months(start, 12) < due:
        plans = [r["PLAN"] for r in record.rows("x_care_plan", child.name) if not record.day(r, "TO")]
        if kind == "U4" or not record.has("x_care_plan") or any("LTFOST18" in p for p in plans):
            raise Unsaid("three months")
    return [judged(child, max(seen), True, due)]


RULES = {"REV-1-20WD": first_review, "CP-10WD": care_plan, "IHA-20WD": health, "S20-6M": section_20,
         "CO-HOME-12M": at_home, "CT-26W": proceedings, "DISCH-26W": discharge, "VIS-STAT": visits}
WORDS = {"on_track": "good", "due_soon": "good", "breach": "past", "explained": "past",
         "met_late": "late", "cannot_decide": "undecided"}


def found(path):
    """What the engine said: by rule and child, (clock, due, answer). "..2021-04-01" is the last it can be."""
    answers = defaultdict(list)
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            ends = [row[c].split("..")[-1] for c in ("clock", "due")]
            answers[row["rule"], row["child"]].append((*ends, WORDS[row["verdict"]]))
    return answers


def agree(own, engine):
    """findings.csv leaves out what is on track. A due day that hangs on a list that did not come is blank."""
    own, rest = list(own), []
    for clock, due, answer in engine:
        same = [o for o in own if (o[0], o[2]) == (clock, answer) and due in ("", o[1])]
        if same:
            own.remove(same[0])
        else:
            rest.append((clock, due, answer))
    return not rest and all(answer == "good" for _, _, answer in own)


def main(folder, as_at, findings):
    record, engine, differences = Record(folder, date.fromisoformat(as_at)), found(findings), 0
    for rule, judge in RULES.items():
        compared = 0
        for name in sorted(record.episodes):
            try:
                own = sorted((str(a), str(b), c) for a, b, c in judge(Child(record, name)))
            except Unsaid:
                continue
            compared += len(own)
            if not agree(own, engine[rule, name]):
                differences += 1
                print(f"{rule} {name}: here {own}, there {engine[rule, name]}")
        print(f"{rule} answers {compared}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
