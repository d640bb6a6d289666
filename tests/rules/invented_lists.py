#!/usr/bin/env python3
# Lists for a copy of a fixture that came without them, so that every rule of independent.py has
# something to decide: invented_lists.py FOLDER AS-AT. No chance in it: the n-th child of the file gets
# days that step through both sides of each limit.
import csv
import os
import sys
from datetime import date, timedelta

from record import Child, Record, Unsaid


def add(path, heading, rows):
    """Writes the list, or adds the rows where there is one."""
    if os.path.exists(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            heading = next(csv.reader(file))
    with open(path, "a", newline="") as file:
        out = csv.DictWriter(file, heading)
        if not file.tell():
            out.writeheader()
        out.writerows(rows)


def spelt(day):
    return day.strftime("%d/%m/%Y")


def main(folder, as_at):
    as_at = date.fromisoformat(as_at)
    record = Record(folder, as_at)
    year = sorted(d for d in os.listdir(folder) if d.startswith("20"))[-1]
    year_began = date(int(year[:4]), 4, 1)
    lists = {name: [] for name in ("x_visit", "x_health", "x_court", "x_s20", "x_pwp", "reviews")}
    for n, name in enumerate(sorted(record.episodes)):
        try:
            child = Child(record, name)
            if not child.looked_after():
                continue
        except Unsaid:
            continue
        start, _ = child.start_of_care()
        status = child.row("LS")

        def row(table, **columns):
            lists[table].append({"CHILD": name, **columns})

        row("x_visit", VISIT=spelt(as_at - timedelta(38 + n % 9)), SEEN="N" if n % 11 == 0 else "Y")
        if n % 5:
            row("x_health", CHECKED=spelt(start + timedelta(n % 61 - 31 + 28)), STATUS="COMPLETED",
                TYPE=("INITIAL", "ASSESSMENT", "REVIEW", "DENTAL")[n % 4])
        reviewed = start + timedelta(24 + n % 9)
        if n % 6 and year_began <= reviewed <= as_at:
            row("reviews", REVIEW=spelt(reviewed), REVIEW_CODE="PN1")
        issued = spelt(max(as_at - timedelta(178 + n % 8), child.born or date.min))
        if status == "C1":
            row("x_court", APPLICATION_TYPE="care", ISSUED=issued,
                EXTENDED_TO="" if n % 3 else spelt(as_at + timedelta(n % 5 - 2)))
        if status == "C2" and n % 4 == 0:
            row("x_court", APPLICATION_TYPE="discharge", ISSUED=issued)
        if status == "V2" and n % 4 == 0:
            row("x_s20", CONFIRMED_ON=spelt(as_at - timedelta(150 + n % 60)), PARENTS_AGREE="Y")
        if child.row("PLACE") == "P1":
            row("x_pwp", DISCHARGE_REVIEW_DATE=spelt(as_at - timedelta(170 + n % 30)),
                DISCHARGE_REVIEW_CONCLUSION="order still needed" if n % 3 else "")
    headings = {
        "x_visit": ["CHILD", "VISIT", "SEEN"], "x_health": ["CHILD", "CHECKED", "TYPE", "STATUS"],
        "x_court": ["CHILD", "APPLICATION_TYPE", "ISSUED", "LISTED", "NEXT_HEARING", "ORDER_MADE", "OUTCOME",
                    "EXTENDED_TO", "FURTHER_ASSESSMENT_TO"],
        "x_s20": ["CHILD", "CONFIRMED_ON", "PARENTS_AGREE"],
        "x_pwp": ["CHILD", "REFERRAL", "VIABILITY", "ASSESSMENT", "DECISION", "DISCHARGE_REVIEW_DATE",
                  "DISCHARGE_REVIEW_CONCLUSION"],
        "reviews": ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
    }
    for name, heading in headings.items():
        if not record.has(name):
            add(f"{folder}/{year if name == 'reviews' else 'lists'}/{name}.csv", heading, lists[name])
    if not record.has("uasc"):  # a heading without a row would count as a list that did not come
        add(f"{folder}/{year}/uasc.csv", ["CHILD", "SEX", "DOB", "DUC"],
            [{"CHILD": min(record.episodes), "DUC": spelt(as_at + timedelta(365))}])


if __name__ == "__main__":
    main(*sys.argv[1:])
