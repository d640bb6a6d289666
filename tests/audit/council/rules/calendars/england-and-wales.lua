-- Bank holidays in England and Wales, as computed with the proclaimed changes. Outside the known
-- years a rule in working days answers "cannot be decided". Add a year when the dates are
-- published; a holiday that is proclaimed late changes due dates, and each run keeps the calendar
-- it was made with. Good Friday and Christmas Day are in the list by name: they are common law
-- holidays and miss from files of "bank holidays" taken literally.
return calendar {
  name       = "England and Wales",
  known_from = "2013-01-01",
  known_to   = "2027-12-31",
  holidays   = {
    ["2013"] = "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    ["2014"] = "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    ["2015"] = "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    ["2016"] = "1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec",
    ["2017"] = "2 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    ["2018"] = "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
    ["2019"] = "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    -- The early May holiday moved to 8 May (75 years of peace in Europe).
    ["2020"] = "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    -- Christmas on a Saturday: 27 and 28 December stand in.
    ["2021"] = "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    -- Late May moved to 2 June, 3 June added (Jubilee), 19 September added (State Funeral).
    ["2022"] = "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec",
    -- 8 May added (Coronation).
    ["2023"] = "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    ["2024"] = "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    ["2025"] = "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    ["2026"] = "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    ["2027"] = "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
  },
}
