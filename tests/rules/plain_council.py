"""A council as its CSV files have it, read without the engine: dates, rows, and one child as at a day.

For the second opinions beside it. A date is a pair of days, the earliest and the latest it can be; nothing
here writes a file.
"""
import csv
import os
import re
from calendar import monthrange
from datetime import date, timedelta

EVER = date(1990, 1, 1)
ADOPTERS, TEMPORARY = {"A3", "A4", "A5", "A6"}, {"T0", "T1", "T2", "T3", "T4"}
SHORT_BREAKS, REMAND = {"V1", "V3", "V4"}, {"J1", "J2", "J3", "J4"}
HOLIDAYS = {  # working days of the fixtures' referrals: 2020 and 2021, England and Wales
    *(date(2020, m, d) for m, d in [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)]),
    *(date(2021, m, d) for m, d in [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
}


# Dates ---------------------------------------------------------------------------------------------

def months(day, n):
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days(day, n):
    step = 1 if n > 0 else -1
    while n:
        day += timedelta(step)
        if day.weekday() < 5 and day not in HOLIDAYS:
            n -= step
    return day


def days(n):
    return timedelta(n)


def read(text, as_at):
    """A cell as (earliest, latest); None for a blank. What cannot be read is any day up to now."""
    text = text.strip()
    if not text:
        return None
    whole = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    try:
        if whole:
            day = date(int(whole[3]), int(whole[2]), int(whole[1]))
            return day, day
    except ValueError:
        return EVER, as_at
    partly = re.fullmatch(r"zz/(\d\d)/(\d{4})", text)
    if partly:
        year, month = int(partly[2]), int(partly[1])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return EVER, as_at


# The council as its files have it -------------------------------------------------------------------

class Council:
    def __init__(self, folder, as_at):
        self.as_at, self.tables = as_at, {}
        years = sorted(d for d in os.listdir(folder) if re.match(r"\d{4}-\d\d$", d))
        for part in years + ["lists"]:
            for name in sorted(os.listdir(os.path.join(folder, part))):
                if name.endswith(".csv"):
                    self.add(name[:-4], os.path.join(folder, part, name))

    def add(self, table, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
        rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.split("\n")[0] else ",")
        kept = self.tables.setdefault(table, {})
        for n, row in enumerate(rows):
            row = {k: (v or "").strip() for k, v in row.items()}
            # The return comes again each year, and what the later year says of a row stands.
            key = {"episodes": "DECOM", "placed_for_adoption": "DATE_PLACED"}.get(table)
            again = (row["CHILD"], row[key]) if key else (row["CHILD"],) if table == "header" else (path, n)
            kept[again] = row

    def rows(self, table, child):
        """Rows of the child; None where the list did not come."""
        if table not in self.tables:
            return None
        return [r for r in self.tables[table].values() if r["CHILD"] == child]

    def day(self, row, column):
        return read(row.get(column, ""), self.as_at)

    def past(self, row, column):
        """A milestone: what lies ahead of the as-at day has not happened."""
        span = self.day(row, column)
        return span if span and span[0] <= self.as_at else None


class Child:
    """One child as at a day, from the episodes."""

    def __init__(self, council, name):
        self.c, self.name, self.as_at = council, name, council.as_at
        rows, self.ends = [], set()
        for row in council.rows("episodes", name):
            start, end = council.day(row, "DECOM"), council.day(row, "DEC")
            self.ends.update(end or ())
            if row["LS"].upper() in SHORT_BREAKS or start[0] > self.as_at:
                continue
            end = end if end and end[0] <= self.as_at else None
            rows.append(dict(LS=row["LS"].upper(), PLACE=row["PLACE"].upper(), RNE=row["RNE"].upper(), REC=row["REC"],
                             POST=row["PL_POST"], start=start[0], end=end[0] if end else None))
        self.rows = sorted(rows, key=lambda r: r["start"])
        self.now = self.rows[-1] if self.rows and self.rows[-1]["end"] is None else None
        birth = next((council.day(r, "DOB") for r in council.rows("header", name)), None)
        self.birth = birth[0] if birth else None

    def in_care(self):
        """Looked after, not on remand only, not eighteen. A blank legal status is left to the engine."""
        return bool(self.now and self.now["LS"] and self.now["LS"] not in REMAND
                    and not (self.birth and months(self.birth, 216) <= self.as_at))

    def back(self, same, starts):
        """The first day of the run of rows that ends today, as a pair: `same` says which rows belong,
        `starts` which reasons for a new episode show that the run began there."""
        first = len(self.rows) - 1
        while first > 0 and self.touches(first) and same(self.rows[first - 1], self.rows[first]):
            first -= 1
        return self.seen_from(first, starts)

    def touches(self, i):
        return self.rows[i - 1]["end"] and self.rows[i]["start"] - self.rows[i - 1]["end"] <= days(1)

    def seen_from(self, first, starts):
        row = self.rows[first]
        known = row["RNE"] in starts or row["start"] in self.ends  # what came before is on record
        return (row["start"] if known else EVER, row["start"])

    def came_in(self):
        return self.back(lambda before, row: row["RNE"] != "S", {"S"})

    def order(self):
        """The latest run of E1 in this period of care: (start, end)."""
        care = self.came_in()[1]
        e1 = [i for i, r in enumerate(self.rows) if r["LS"] == "E1" and r["start"] >= care]
        if not e1:
            return None
        first = last = e1[-1]
        while first > 0 and self.rows[first - 1]["LS"] == "E1" and self.touches(first):
            first -= 1
        return self.seen_from(first, {"S", "L", "B", "U"}), self.rows[last]["end"]

    def day_of_order(self):
        """The day in the episodes and, where it is another, the day in the court list: both are asked."""
        (first, last), care = self.order()[0], self.came_in()[1]
        at_court = [self.c.past(r, "ORDER_MADE") for r in self.court("placement")]
        at_court = sorted(d for d in at_court if d and d[0] >= care)[-1:]
        return min([first] + [d[0] for d in at_court]), max([last] + [d[1] for d in at_court])

    def home_rows(self):
        """Rows with temporary moves left out: the child was still in the placement they came back to."""
        kept = []
        for row in self.rows:
            if row["PLACE"] in TEMPORARY and kept:
                kept[-1] = dict(kept[-1], end=row["end"], away=True)
            elif kept and kept[-1].get("away") and (row["PLACE"], row["POST"]) == (kept[-1]["PLACE"], kept[-1]["POST"]):
                kept.append(dict(row, RNE="L"))
            else:
                kept.append(dict(row))
        return kept

    def place(self):
        return self.home_rows()[-1]["PLACE"]

    def stay(self, restarts):
        """First day with the present carer or in the present placement."""
        rows = self.home_rows()
        i = len(rows) - 1
        while i > 0 and not restarts(rows[i - 1], rows[i]) and rows[i - 1]["end"] and (
                rows[i]["start"] - rows[i - 1]["end"] <= days(1)):
            i -= 1
        known = rows[i]["RNE"] in {"S", "P", "B"} or rows[i]["start"] in self.ends
        return (rows[i]["start"] if known else EVER, rows[i]["start"])

    def with_carer(self):
        return self.stay(lambda before, row: row["RNE"] in {"S", "P", "B"})

    def in_placement(self):
        return self.stay(lambda before, row: row["RNE"] in {"S", "P", "B"} or (
            row["RNE"] in {"T", "U"} and before["POST"] != row["POST"]))  # a new code in one house is no move

    def adoptive_stays(self):
        """[start, end] of each run of A3 to A6."""
        stays = []
        for row in self.home_rows():
            if row["PLACE"] not in ADOPTERS:
                continue
            if stays and stays[-1][1] == row["start"] and row["RNE"] != "S":
                stays[-1][1] = row["end"]
            else:
                stays.append([row["start"], row["end"]])
        return stays

    def adopters_since(self):
        stays = self.adoptive_stays()
        return stays[-1][0] if stays and stays[-1][1] is None else None

    # What the lists say of the child.

    def waits_since(self):
        left = [end for _, end in self.adoptive_stays() if end]
        return max([self.came_in()[1]] + left)

    def matches(self, kind, since):
        """Days of the matches, earliest first; None where there is no match list."""
        rows = self.c.rows("x_match", self.name)
        if rows is None:
            return None
        found = [self.c.past(r, "DECISION_DATE") for r in rows if r["TYPE"] == kind]
        return sorted(d for d in found if d and d[1] >= since)

    def court(self, kind):
        """Applications not withdrawn and not refused; nothing where there is no court list."""
        rows = self.c.rows("x_court", self.name) or []
        return [r for r in rows if r["APPLICATION_TYPE"] == kind and r["OUTCOME"] in ("", "granted")
                and self.c.day(r, "ISSUED")[0] <= self.as_at]

    def open_at_court(self, kind):
        return [r for r in self.court(kind) if not r["OUTCOME"] and not self.c.past(r, "ORDER_MADE")]

    def hearings(self, row):
        return [d[0] for d in (self.c.day(row, "LISTED"), self.c.day(row, "NEXT_HEARING")) if d]

    def issued_since(self, rows, day):
        return any(self.c.day(r, "ISSUED")[0] >= day for r in rows)

    def plan(self):
        """Keys of the plan in force, and its first day without a break for `key`; None without a list."""
        rows = self.c.rows("x_care_plan", self.name)
        if rows is None:
            return None
        now = [r for r in rows if self.c.day(r, "FROM")[0] <= self.as_at and not self.c.past(r, "TO")]
        return set(max(now, key=lambda r: self.c.day(r, "FROM"))["PLAN"].split("+")) - {""} if now else set()

    def planned_since(self, keys):
        rows = sorted((r for r in self.c.rows("x_care_plan", self.name) if self.c.day(r, "FROM")[0] <= self.as_at),
                      key=lambda r: self.c.day(r, "FROM"))
        first = None
        for row in rows:
            if set(row["PLAN"].split("+")) & keys:
                start = self.c.day(row, "FROM")[0]
                first = first if first and start <= ended + days(1) else start
                ended = (self.c.past(row, "TO") or (date.max - days(1),))[0]
        return first

    def decisions(self):
        """(day, reversed) of each decision for adoption."""
        found = []
        for r in self.c.rows("placed_for_adoption", self.name) or []:
            day = self.c.day(r, "DATE_PLACED") or (EVER, self.as_at)
            if day[0] <= self.as_at:
                found.append((day, self.c.past(r, "DATE_PLACED_CEASED")))
        return sorted(found)

    def standing(self):
        kept = [day for day, reversed_on in self.decisions() if not reversed_on]
        return kept[-1] if kept else None

    def reversed_since(self, day):
        return any(r and r[0] >= day for _, r in self.decisions())
