#!/usr/bin/env python3
"""Fills in a decision workbook, as a spreadsheet program would leave it.

fill_decisions.py FROM.xlsx TO.xlsx [REFERENCE|HEADING|VALUE ...]
fill_decisions.py FROM.xlsx --list     prints "reference<tab>what is asked" of each row
REFERENCE may be #3 for the third row, or "head" for the row of headings. HEADING may be "*", and
VALUE #2: the row becomes a copy of the second. Nothing but the standard library.
"""
import re
import sys
import zipfile
import xml.etree.ElementTree as ET

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ET.register_namespace("", MAIN)
ET.register_namespace("r", RELS)


def tag(name):
    return "{%s}%s" % (MAIN, name)


def part_of_sheet(book, name):
    sheets = ET.fromstring(book.read("xl/workbook.xml")).iter(tag("sheet"))
    rel_id = next(s.get("{%s}id" % RELS) for s in sheets if s.get("name") == name)
    for rel in ET.fromstring(book.read("xl/_rels/workbook.xml.rels")):
        if rel.get("Id") == rel_id:
            return "xl/" + rel.get("Target").lstrip("/").replace("xl/", "")
    raise SystemExit("no part for sheet " + name)


def shared_texts(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ET.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in item.iter(tag("t"))) for item in root]


def text_of(cell, texts):
    if cell.get("t") == "s":
        return texts[int(cell.find(tag("v")).text)]
    if cell.get("t") == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(tag("t")))
    value = cell.find(tag("v"))
    return "" if value is None else value.text


def letters(cell):
    return re.match("[A-Z]+", cell.get("r")).group()


def number_of(column):
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def set_cell(row, column, value):
    cell = next((c for c in row if letters(c) == column), None)
    if cell is None:
        cell = ET.Element(tag("c"), {"r": column + row.get("r")})
        at = sum(1 for c in row if number_of(letters(c)) < number_of(column))
        row.insert(at, cell)
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    text = ET.SubElement(ET.SubElement(cell, tag("is")), tag("t"))
    text.text = value


def main(arguments):
    book = zipfile.ZipFile(arguments[0])
    part = part_of_sheet(book, "decisions")
    root, texts = ET.fromstring(book.read(part)), shared_texts(book)
    rows = list(root.iter(tag("row")))
    head = next(i for i, r in enumerate(rows) if any(text_of(c, texts) == "Decision" for c in r))
    columns = {text_of(c, texts): letters(c) for c in rows[head]}
    by_reference, order = {}, []
    for row in rows[head + 1:]:
        cells = {letters(c): text_of(c, texts) for c in row}
        reference = cells.get(columns["Reference"], "")
        if reference and columns["Pack (leave as it is)"] in cells:
            by_reference[reference] = row
            order.append((reference, cells.get(columns["What is asked"], "")))
    if arguments[1] == "--list":
        for reference, asked in order:
            print(reference + "\t" + asked)
        return

    def row_named(name):
        if name == "head":
            return rows[head]
        return by_reference[order[int(name[1:]) - 1][0] if name[0] == "#" else name]

    for edit in arguments[2:]:
        reference, heading, value = edit.split("|", 2)
        row = row_named(reference)
        if heading == "*":
            for cell in list(row_named(value)):
                set_cell(row, letters(cell), text_of(cell, texts))
        else:
            set_cell(row, columns[heading], value)
    with zipfile.ZipFile(arguments[1], "w", zipfile.ZIP_DEFLATED) as out:
        for name in book.namelist():
            data = ET.tostring(root, "UTF-8") if name == part else book.read(name)
            out.writestr(name, data)


main(sys.argv[1:])
