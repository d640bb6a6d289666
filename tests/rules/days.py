# Days as the eight rules of independent.py need them, written without a look at the engine: working
# days from the law's own list of holidays, calendar months by the corresponding date.
from datetime import date, datetime, timedelta

FIRST_YEAR = 2013  # of the calendar that is shipped: before it nothing can be said of working days


def read(text):
    """A day, None where blank, and ValueError where it cannot be read."""
    text = (text or "").strip()
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def add_months(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        if last <= day.day:
            try:
                return date(year, month, last)
            except ValueError:
                pass


def age(born, day):
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * l) // 451
    return date(year, (h + l - 7 * m + 114) // 31, (h + l - 7 * m + 114) % 31 + 1)


def first_monday(year, month):
    return next(date(year, month, d) for d in range(1, 8) if date(year, month, d).weekday() == 0)


def last_monday(year, month):
    return next(date(year, month, d) for d in range(31, 24, -1) if date(year, month, d).weekday() == 0)


def holidays(year):
    """England and Wales, 2013 to 2021; the one day moved by proclamation is VE Day 2020."""
    days = {easter(year) - timedelta(2), easter(year) + timedelta(1),
            date(2020, 5, 8) if year == 2020 else first_monday(year, 5),
            last_monday(year, 5), last_monday(year, 8)}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() > 4 or fixed in days:
            fixed += timedelta(1)
        days.add(fixed)
    return days


def add_working_days(day, count):
    while count:
        day += timedelta(1)
        count -= day.weekday() < 5 and day not in holidays(day.year)
    return day
