# The CSV files of a fixture as independent.py reads them: rows by child, and the few things that the
# eight rules ask of the episodes. Plain readings of the files; nothing of the engine is used.
import csv
import glob
import os
from datetime import timedelta

import days

SHORT_BREAKS = ("V1", "V3", "V4")
ADOPTERS = ("A3", "A4", "A5", "A6")


class Unsaid(Exception):
    """The record does not say, so neither does this check."""


class Record:
    def __init__(self, folder, as_at):
        self.as_at, self.tables, self.first_year = as_at, {}, {}
        for path in sorted(glob.glob(folder + "/*/*.csv")):
            name = os.path.basename(path)[:-4]
            with open(path, encoding="utf-8-sig", newline="") as file:
                text = file.read()
            comma = ";" if ";" in text.split("\n")[0] else ","
            rows = csv.DictReader(text.splitlines(), delimiter=comma)
            self.tables.setdefault(name, []).extend(rows)
            self.first_year.setdefault(name, os.path.basename(os.path.dirname(path))[:4])
        self.born = {r["CHILD"]: days.read(r["DOB"]) for r in self.tables["header"]}
        self.episodes = {}
        for row in self.tables["episodes"]:  # the later return wins
            self.episodes.setdefault(row["CHILD"], {})[row["DECOM"]] = row

    def has(self, table):
        return table in self.tables

    def rows(self, table, child):
        return [r for r in self.tables.get(table, []) if r["CHILD"] == child]

    def day(self, row, column):
        """A day up to the as-at day. One that lies ahead has not happened."""
        try:
            found = days.read(row.get(column))
        except ValueError:
            raise Unsaid(column)
        return found if found and found <= self.as_at else None

    def first_day(self, table):
        """Of the collection years in which this table came."""
        return days.read("01/04/" + self.first_year[table])


class Child:
    """The episodes of one child up to the as-at day, oldest first."""

    def __init__(self, record, name):
        self.record, self.name, self.born = record, name, record.born.get(name)
        self.spells = []
        for row in record.episodes.get(name, {}).values():
            start = record.day(row, "DECOM")
            if start:
                self.spells.append((start, record.day(row, "DEC"), row))
        self.spells.sort(key=lambda s: s[0])
        running = [i for i, s in enumerate(self.spells) if s[1] is None]
        self.now = running[-1] if running else None
        if self.now is not None:
            row = self.spells[self.now][2]
            if not row["LS"] or not row["PLACE"]:
                raise Unsaid("a code is blank")

    def row(self, column):
        return self.spells[self.now][2][column]

    def under(self, years):
        return days.age(self.born, self.record.as_at) < years

    def looked_after(self):
        return (self.now is not None and self.row("LS") not in SHORT_BREAKS
                and (self.born is None or self.under(18)))

    def not_on_remand(self):
        return self.looked_after() and not self.row("LS").startswith("J")

    def touches(self, i):
        """Does spell i begin where the one before it ended?"""
        before = self.spells[i - 1] if i else None
        return bool(before and before[1] and timedelta(0) <= self.spells[i][0] - before[1] <= timedelta(1))

    def run(self, i, same, starts):
        """Back from spell i while `same` holds: first day, and whether it is known to be the first."""
        while self.touches(i) and same(i - 1, i):
            i -= 1
        return self.spells[i][0], self.spells[i][2]["RNE"] in tuple(starts)

    def start_of_care(self):
        """Short breaks are not care: the row that follows them begins it."""
        def breaks(i):
            return self.spells[i][2]["LS"] in SHORT_BREAKS
        start, known = self.run(self.now, lambda b, i: self.spells[i][2]["RNE"] != "S" and not breaks(b), "S")
        first = [s[0] for s in self.spells].index(start)
        return start, known or (first > 0 and breaks(first - 1) and self.touches(first))

    def run_of(self, column, i, starts):
        code = self.spells[i][2][column]
        return self.run(i, lambda before, _: self.spells[before][2][column] == code, starts)

    def earlier_care_ended(self):
        start, _ = self.start_of_care()
        return [s[1] for s in self.spells if s[1] and s[1] <= start]

    def with_adopters(self):
        i = self.now
        while self.spells[i][2]["PLACE"].startswith("T") and self.touches(i):
            i -= 1
        return self.spells[i][2]["PLACE"] in ADOPTERS
