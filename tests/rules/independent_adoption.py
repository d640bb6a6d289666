#!/usr/bin/env python3
"""A second opinion on eleven rules: from the CSV files alone, without the engine and without the rules.

    independent_adoption.py FOLDER AS-AT FINDINGS.CSV

Each function below was written from the catalogue's entry, not from the Lua. A verdict is what every
combination of the days that are possible gives, else cannot_decide. Prints the children on whom the two
differ; exit code 1 if there are any.
"""
import csv
import itertools
import re
import sys
from datetime import date

from plain_council import EVER, REMAND, Child, Council, days, months, working_days


# A verdict ------------------------------------------------------------------------------------------

def verdict(as_at, clock, stop, due_of, amber_of, reason=False, reaches=False, stop_unknown=False):
    """The verdict and the due date, or cannot_decide: for each day that the clock and the stop can be."""
    answers = set()
    stops = [None] if stop is None else [s for s in stop]
    for start, stopped in itertools.product(set(clock), stops + ([EVER] if stop_unknown else [])):
        due = due_of(start)
        last_good = due - days(1) if reaches else due
        if stopped is not None and stopped <= as_at:
            answers.add("on_track" if stopped <= last_good else "met_late")
        elif as_at > last_good:
            answers.add("explained" if reason else "breach")
        else:
            answers.add("due_soon" if as_at >= amber_of(due) else "on_track")
    if answers == {"on_track", "due_soon"}:
        answers = {"due_soon"}  # amber counts from the earliest day on which it may be due
    return (answers.pop(), due_of(clock[1])) if len(answers) == 1 else ("cannot_decide", None)


def first_of(*spans):
    """The earliest of several events, those that have not happened left out."""
    spans = [s for s in spans if s]
    return (min(s[0] for s in spans), min(s[1] for s in spans)) if spans else None


# The rules. Each yields (clock, verdict, due), one for each occasion. -------------------------------

def po_9m(k):
    order = k.order()
    if not order:
        return
    start, end = k.day_of_order(), order[1]
    adopters, plan = k.adopters_since(), k.plan()
    applied = k.open_at_court("adoption")
    ahead = any(h >= k.as_at for r in applied for h in k.hearings(r))
    left = max([EVER] + [end for _, end in k.adoptive_stays() if end])
    no_date = [r for r in applied if k.c.day(r, "ISSUED")[0] >= left and not any(h < k.as_at for h in k.hearings(r))]
    changed = k.reversed_since(order[0][1]) or (plan and "ADOPTION" not in plan)
    lodged = k.issued_since(k.court("revocation"), order[0][1])
    reason = ahead or (adopters and no_date) or (changed and lodged)
    stop = (end, end) if end else None
    yield start, *verdict(k.as_at, start, stop, lambda d: months(d, 9), lambda due: months(due, -2), reason, reaches=True)


def waiting(k):
    """Matches of a child who waits for a family (None: no match list); False if the child does not wait."""
    found = k.matches("ADOPTION", k.waits_since())
    return found if not k.adopters_since() or found else False


def po_match_121(k):
    matched = waiting(k)
    if k.now["LS"] != "E1" or matched is False or k.reversed_since(k.order()[0][1]):
        return
    start = k.day_of_order()
    reason = k.issued_since(k.open_at_court("revocation"), k.order()[0][1])
    yield start, *verdict(k.as_at, start, first_of(*(matched or [])), lambda d: d + days(121), lambda due: due - days(30),
                          reason, stop_unknown=matched is None)


def bid_po_6m(k):
    if k.place() in {"A3", "A4"}:
        return
    for day, reversed_on in k.decisions():
        if reversed_on and reversed_on[0] <= k.came_in()[1]:
            continue
        orders = [r for r in k.rows if r["LS"] == "E1" and (not r["end"] or r["end"] > day[0])]
        order = (orders[0]["start"],) * 2 if orders else None
        if orders and day[1] >= orders[0]["start"]:
            order = (day[0], day[0])  # the order came first: the clock stops as it starts
        refused = [k.c.past(r, "ORDER_MADE") for r in k.c.rows("x_court", k.name) or []
                   if r["APPLICATION_TYPE"] == "placement" and r["OUTCOME"] == "refused"]
        refused = [d for d in refused if d and d[0] >= day[0]]
        reason = any(k.c.day(r, "ISSUED")[0] + days(181) >= k.as_at or (k.c.day(r, "EXTENDED_TO") or (EVER,))[0] >= k.as_at
                     for kind in ("care", "supervision") for r in k.open_at_court(kind))
        yield day, *verdict(k.as_at, day, first_of(order, reversed_on, *refused), lambda d: months(d, 6),
                            lambda due: months(due, -2), reason)


def bid_match_6m(k):
    day, matched = k.standing(), waiting(k)
    if not day or matched is False:
        return
    hearing = any(h >= k.as_at for r in k.open_at_court("placement") for h in k.hearings(r))
    reason = (k.now["LS"] != "E1" and hearing) or k.place() in {"U2", "U5"}
    young = not k.birth or day[1] < months(k.birth, 6)  # nobody records who asked: three months or six
    answers = {verdict(k.as_at, day, first_of(*(matched or [])), lambda d: months(d, n), lambda due: months(due, -2), reason,
                       stop_unknown=matched is None) for n in ([3, 6] if young else [6])}
    if {v for v, _ in answers} == {"on_track", "due_soon"}:
        answers = {("due_soon", due) for _, due in answers}
    yield day, *(max(answers, key=lambda a: str(a[1])) if len({v for v, _ in answers}) == 1 else ("cannot_decide", None))


def searches(k):
    rows = k.c.rows("x_family_finding", k.name)
    return None if rows is None else [r for r in rows if k.c.past(r, "STARTED") and k.c.past(r, "STARTED")[0] >= max(
        [EVER] + [end for _, end in k.adoptive_stays() if end])]


def goes_on(row):
    return not row["REASON_NOT_SEARCHING"] and not re.search("ended|closed|stopped|not searching", row["STATUS"])


def po_nolink_3m(k):
    matched, found = waiting(k), searches(k)
    if k.now["LS"] != "E1" or matched is False or (found is None and not matched):
        return
    made = [(k.c.past(r, "LINK_DATE"), k.c.past(r, "LINK_ENDED")) for r in k.c.rows("x_family_finding", k.name) or []]
    made = sorted((link, not ended) for link, ended in made if link and link[0] >= k.waits_since())
    links = [link for link, still_open in made[-1:] if still_open]  # an earlier one ended when a later one began
    if not (links or matched or any(goes_on(r) for r in found)):
        return
    start = k.day_of_order()
    looked_at = [k.c.past(r, "REVIEWED_ON") for r in k.c.rows("x_sibling", k.name) or [] if r["BELONGS"] == "Y"]
    reason = any(d and d[0] > months(k.as_at, -6) for d in looked_at)
    yield start, *verdict(k.as_at, start, first_of(*links, *(matched or [])), lambda d: months(d, 3), lambda due: months(due, -1),
                          reason, reaches=True, stop_unknown=matched is None or found is None)


def match_place_28d(k):
    matched = k.matches("ADOPTION", k.waits_since())
    if not matched or k.reversed_since(matched[-1][0]):
        return
    day = matched[-1]
    placed = [s for s, end in k.adoptive_stays() if not end or end > day[0]]
    yield day, *verdict(k.as_at, day, (placed[0],) * 2 if placed else None, lambda d: d + days(28), lambda due: due - days(7),
                        k.place() in {"U2", "U5"})


def adopt_noff(k):
    day, matched, found = k.standing(), waiting(k), searches(k)
    if not day or matched is False or k.place() in {"U2", "U5"}:
        return
    began = [k.c.past(r, "STARTED") for r in found or [] if matched or goes_on(r)]
    ended = [end for _, end in k.adoptive_stays() if end] + [
        k.c.past(r, "LINK_ENDED")[0] for r in k.c.rows("x_family_finding", k.name) or []
        if k.c.past(r, "LINK_ENDED") and k.c.past(r, "LINK_DATE") and k.c.past(r, "LINK_DATE")[0] >= k.came_in()[1]]
    clock = tuple(max([d] + ended) for d in day)
    yield clock, *verdict(k.as_at, clock, first_of(*began, *(matched or [])), lambda d: d + days(28), lambda due: due - days(14),
                          stop_unknown=found is None or matched is None)


def sgo_cases(k):
    """Cases that are open, or that were closed in the period of care in which they were referred."""
    for r in k.c.rows("x_sgo", k.name) or []:
        if (k.birth and months(k.birth, 216) <= k.as_at) or (k.now and k.now["LS"] in REMAND):
            continue
        past = {c: k.c.past(r, c) for c in r if c not in ("CHILD", "CASE_ID", "LOOKED_AFTER")}
        granted = past["ORDER_MADE"] or any(
            row["REC"] in {"E43", "E44", "E45", "E46", "E47", "E48"} and row["end"] and past["REFERRAL"]
            and row["end"] >= past["REFERRAL"][0] for row in k.rows)
        still_open = not past["WITHDRAWN"] and not granted
        if still_open or (k.in_care() and past["REFERRAL"] and past["REFERRAL"][0] >= k.came_in()[1]):
            yield past


def sgo_stage1(k):
    for case in sgo_cases(k):
        start = case["REFERRAL"]
        yield start, *verdict(k.as_at, start, first_of(case["STAGE1"], case["WITHDRAWN"]), lambda d: working_days(d, 20),
                              lambda due: working_days(due, -5))


def sgo_assess_12w(k):
    for case in sgo_cases(k):
        start = case["ASSESSMENT_START"]
        if not start:
            continue
        filed = case["ASSESSMENT_END"] if k.court("sgo") else None
        yield start, *verdict(k.as_at, start, first_of(case["PANEL_DATE"], case["WITHDRAWN"], filed), lambda d: d + days(84),
                              lambda due: due - days(21), stop_unknown=k.c.rows("x_court", k.name) is None)


def not_yet(k):
    return any(r["TYPE"] == "LTF" and r["NOT_YET_MATCHED_REASON"] and k.c.past(r, "NOT_YET_RECORDED")
               and k.c.past(r, "NOT_YET_RECORDED")[0] > months(k.as_at, -6) for r in k.c.rows("x_match", k.name) or [])


def co_12m_match(k):
    plan, matched = k.plan(), k.matches("LTF", k.with_carer()[1])
    if k.now["LS"] != "C2" or (plan or set()) & {"ADOPTION", "RETURN1M", "RETURN6M", "RETURNEV"}:
        return
    if not (k.place() in {"U3", "U6"} or (k.place() in {"U1", "U4"} and matched)):
        return
    both = tuple(max(a, b) for a, b in zip(k.came_in(), k.with_carer()))
    yield k.came_in(), *verdict(k.as_at, both, first_of(*(matched or [])), lambda d: months(d, 12), lambda due: months(due, -2),
                                not_yet(k), reaches=True, stop_unknown=matched is None)


def ltf_match_6m(k):
    plan, matched = k.plan() or set(), k.matches("LTF", k.with_carer()[1])
    views = sorted((k.c.past(r, "VIEWED")[0], r["CAN_OFFER_PERMANENCE"]) for r in k.c.rows("x_placement_view", k.name) or []
                   if k.c.past(r, "VIEWED") and k.c.past(r, "VIEWED")[0] >= k.in_placement()[1])
    view = views[-1][1] if views else ""
    became = [r["start"] for r in k.rows if r["PLACE"] in {"U1", "U4"} and r["start"] > k.with_carer()[1]]
    if not plan & {"LTFOST18", "LTRELFR"} or view == "N":
        return
    if not (k.place() in {"U3", "U6"} or (k.place() in {"U1", "U4"} and (became or matched))):
        return
    clock = tuple(max(k.planned_since({"LTFOST18", "LTRELFR"}), d) for d in k.in_placement())
    stop = first_of(*(matched or []), *[(d, d) for d in became[:1]])
    answer = verdict(k.as_at, clock, stop, lambda d: months(d, 6), lambda due: months(due, -1), not_yet(k), reaches=True,
                     stop_unknown=matched is None)
    # Nobody says whether the placement can be permanent: then LTF-NOFAM may be the child's rule instead.
    if k.place() in {"U3", "U6"} and "LTFOST18" in plan and view != "Y" and not matched:
        fostering = k.planned_since({"LTFOST18"})
        if any(r["end"] and r["end"] > fostering for r in k.rows if r["end"] and r["end"] <= k.came_in()[1] and r["REC"] != "X1"):
            fostering = k.came_in()[1]  # nobody closed the plan when the child left care
        found = k.c.rows("x_family_finding", k.name)
        looked_for = found and any(goes_on(r) and k.c.past(r, "STARTED") and (
            k.c.past(r, "STARTED")[0] >= fostering or not k.c.past(r, "LINK_DATE")) for r in found)
        for due in {months(fostering, 6) if looked_for or found is None else None,
                    fostering + days(29) if not looked_for or found is None else None} - {None}:
            other = verdict(k.as_at, (due, due), stop, lambda d: d, lambda d: months(d, -1), not_yet(k), reaches=True,
                            stop_unknown=matched is None)
            said = {answer[0], other[0]}
            said = {"due_soon"} if said == {"on_track", "due_soon"} else said
            answer = (said.pop(), max(answer[1], other[1])) if len(said) == 1 else ("cannot_decide", None)
    yield clock, *answer


RULES = {
    "PO-9M": po_9m, "PO-MATCH-121": po_match_121, "BID-PO-6M": bid_po_6m, "BID-MATCH-6M": bid_match_6m,
    "PO-NOLINK-3M": po_nolink_3m, "MATCH-PLACE-28D": match_place_28d, "ADOPT-NOFF": adopt_noff, "SGO-STAGE1": sgo_stage1,
    "SGO-ASSESS-12W": sgo_assess_12w, "CO-12M-MATCH": co_12m_match, "LTF-MATCH-6M": ltf_match_6m,
}
NOT_ONLY_IN_CARE = {"SGO-STAGE1", "SGO-ASSESS-12W"}


# The comparison -------------------------------------------------------------------------------------

def ours(council):
    found = set()
    for name in sorted({r["CHILD"] for t in ("episodes", "x_sgo") for r in council.tables.get(t, {}).values()}):
        child = Child(council, name)
        for rule, judge in RULES.items():
            if rule in NOT_ONLY_IN_CARE or child.in_care():
                for clock, what, due in judge(child):
                    if what != "on_track":
                        found.add((rule, name, what, str(due) if due else ""))
    return found


def theirs(path):
    """Of the engine's findings those of our rules; where the whole population is open, ours says nothing.
    Of a due date that can be one of several days, the latest."""
    with open(path, newline="") as file:
        return {(r["rule"], r["child"], r["verdict"],
                 "" if r["verdict"] == "cannot_decide" else r["due"].split("..")[-1]) for r in csv.DictReader(file)
                if r["rule"] in RULES and not r["reason"].startswith("whether the rule applies")}


def main(folder, as_at, findings):
    a, b = ours(Council(folder, date.fromisoformat(as_at))), theirs(findings)
    for row in sorted(a - b):
        print("only the second opinion:", *row)
    for row in sorted(b - a):
        print("only the engine:        ", *row)
    for rule in RULES:
        counts = [sum(1 for r in a & b if r[0] == rule and r[2] == what) for what in ("breach", "explained", "met_late", "due_soon", "cannot_decide")]
        print(f"both: {rule}: breach {counts[0]}, explained {counts[1]}, late {counts[2]}, due soon {counts[3]}, open {counts[4]}")
    return 1 if a != b else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
