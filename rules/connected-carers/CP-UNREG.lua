local actions   = require "lib.actions"
local case      = require "lib.case"
local regulated = require "lib.regulated"

-- About this home: raised in the days around the move or since.
local court = actions.open({ "directed by the court", "placed by the court" }):where(function(a)
  return (a.on + days(28)):on_or_after(regulated.since)
end)
local application = court_application:where(function(a)
  return all { a.kind:is("cao", "sgo"), a.outcome:missing(), a.order_made:missing() }
end)

return rule {
  title    = "Child in an unregulated or unapproved arrangement",
  why      = "A placement outside the regulations needs a decision at senior level now, not next " ..
             "quarter, also where the child thrives.",
  source   = "Derby, Exit from Care, December 2021, line 145 \"maintained 1 unregulated placement " ..
             "with connected persons ... work to progress to a Child Arrangement Order will " ..
             "commence in Q3\"; Derby minutes 9 December 2021, lines 62, 64 and 72 [S]; Care " ..
             "Planning, Placement and Case Review Regulations 2010 reg 25(6); reg 27C (SI 2023/416) " ..
             "from 28 October 2023 [V]; reg 27A from 9 September 2021 [K]",
  to_be_confirmed = true,
  standing = "statutory",
  severity = "critical",
  owner    = "head of service",

  -- Approval, a move or an order ends the arrangement and with it the rule: an arrangement that is
  -- over is not a finding. Remands count. A child with a relative or friend who is not on the
  -- approval list is with a fully approved carer; without the list nobody knows.
  applies  = all {
    case.looked_after,
    any {
      regulated.other_arrangement, regulated.unknown_arrangement, regulated.refused,
      regulated.lapsed, regulated.too_young, regulated.not_registered,
      regulated.left_open,
    },
  },
  -- The first day of it.
  clock    = choose {
    { regulated.other_arrangement, regulated.since },
    { all { regulated.refused, regulated.lapsed },
      earliest_of(regulated.refused_on, regulated.approved_until + days(1)) },
    { regulated.refused, regulated.refused_on },
    { regulated.lapsed, regulated.approved_until + days(1) },
    { regulated.too_young, latest_of(regulated.since, regulated.no_child_under_16) },
    otherwise = latest_of(regulated.since, regulated.only_registered),
  },
  limit    = reaches(days(0)),  -- at once

  facts    = {
    placed      = regulated.since,
    placement   = case.placement_type,
    approved_to = regulated.approved_until,
    refused     = regulated.refused_on,
    application = application:latest_of "on",
    court       = court:latest().on,
    plan        = case.plan,
  },

  -- An application explains a home with a relative or friend, never semi-independent living.
  explained_by = {
    { "the court placed the child: on the action list since {court}, not closed", when = court:any() },
    { "application for a child arrangements or special guardianship order issued on {application}",
      when = all { none { regulated.semi_independent }, application:any() } },
  },

  says     = "Placed {placed}, type {placement}. Outside the regulations since {clock}. This says " ..
             "nothing of how the child is doing there.",
  says_also = {
    { "Temporary approval refused on {refused}.", when = regulated.refused },
    { "Temporary approval ended on {approved_to}.", when = regulated.lapsed },
    { "Under 16 in semi-independent living.", when = regulated.too_young },
    { "Not registered with Ofsted.", when = regulated.not_registered },
  },

  examples = {
    { "other arrangement, from its first day", as_at = "2021-06-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
      },
      expect = { "breach", due = "2021-06-01", days_over = 0 } },
    { "other arrangement, no approval list", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
      },
      not_supplied = { "temporary_approval" },
      expect = { "breach", days_over = 121 } },
    { "other arrangement under a temporary approval that runs", as_at = "2021-07-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21" } },
      },
      expect = "not_applicable" },
    { "the last day of a temporary approval", as_at = "2021-09-21",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21" } },
      },
      expect = "not_applicable" },
    { "the day after it", as_at = "2021-09-22",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21" } },
      },
      expect = { "breach", due = "2021-09-22" } },
    { "an approval without a recorded end: sixteen weeks", as_at = "2021-09-22",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01" } },
      },
      expect = { "breach", due = "2021-09-22" } },
    { "refused while the approval ran", as_at = "2021-08-15",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21", refused = "2021-08-01" } },
      },
      expect = { "breach", clock = "2021-08-01" } },
    { "fully approved", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21", full = "2021-10-10" } },
      },
      expect = "not_applicable" },
    { "moved", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = {
          { kind = "Z1", from = "2021-06-01", to = "2021-10-10" }, { kind = "U6", from = "2021-10-10" },
        },
      },
      expect = "not_applicable" },
    { "application for a child arrangements order", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
        court_application = { { kind = "cao", on = "2021-10-10" } },
      },
      expect = "explained" },
    { "that application was refused", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
        court_application = { { kind = "cao", on = "2021-10-10", order_made = "2021-12-01",
                                outcome = "refused" } },
      },
      expect = "breach" },
    { "placed by the court", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
        action = { { action = "Placement directed by the court, back on 10 January", on = "2021-06-01" } },
      },
      expect = "explained" },
    { "the court placed the child in an earlier home", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2020-05-10" } },
        placement = { { kind = "Z1", from = "2021-06-01" } },
        action = { { action = "Placement directed by the court", on = "2021-05-01" } },
      },
      expect = "breach" },
    { "with a relative, an approval for an earlier stay was left open", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = {
          { kind = "U3", from = "2021-01-10", to = "2021-05-01" },
          { kind = "U6", from = "2021-05-01", to = "2021-06-01" },
          { kind = "U3", from = "2021-06-01" },
        },
        temporary_approval = { { on = "2021-01-10", ends = "2021-05-02" } },
      },
      expect = "cannot_decide" },
    { "that approval had become a full one", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = {
          { kind = "U3", from = "2021-01-10", to = "2021-05-01" },
          { kind = "U3", from = "2021-06-01" },
        },
        temporary_approval = { { on = "2021-01-10", ends = "2021-05-02", full = "2021-04-20" } },
      },
      expect = "not_applicable" },
    { "fifteen in semi-independent living, the day before the law changed", as_at = "2021-09-08",
      given  = {
        child = { date_of_birth = "2006-05-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2021-06-01" } },
      },
      expect = "not_applicable" },
    { "fifteen in semi-independent living, from the day it changed", as_at = "2021-09-09",
      given  = {
        child = { date_of_birth = "2006-05-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2021-06-01" } },
      },
      expect = { "breach", clock = "2021-09-09" } },
    { "sixteen in semi-independent living", as_at = "2022-05-01",
      given  = {
        child = { date_of_birth = "2006-05-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2021-06-01" } },
      },
      expect = "not_applicable" },
    { "an application does not explain semi-independent living at fifteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2006-05-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2021-06-01" } },
        court_application = { { kind = "cao", on = "2021-10-10" } },
      },
      expect = "breach" },
    { "not registered, from the day that registration was needed", as_at = "2023-10-28",
      given  = {
        child = { date_of_birth = "2006-12-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2023-06-01" } },
        placement_view = { { on = "2023-06-01", registered = "no" } },
      },
      expect = { "breach", clock = "2023-10-28" } },
    { "registered", as_at = "2023-10-28",
      given  = {
        child = { date_of_birth = "2006-12-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2023-06-01" } },
        placement_view = { { on = "2023-06-01", registered = "yes" } },
      },
      expect = "not_applicable" },
    { "registration is not on record", as_at = "2023-10-28",
      given  = {
        child = { date_of_birth = "2006-12-01" },
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2023-06-01" } },
      },
      expect = "cannot_decide" },
    { "in semi-independent living, birth date blank", as_at = "2021-12-31",
      given  = {
        child = {},
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "H5", from = "2021-06-01" } },
      },
      expect = "cannot_decide" },
    { "with a relative, no approval list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
      },
      not_supplied = { "temporary_approval" },
      expect = "cannot_decide" },
    { "with a relative, not on the approval list: fully approved", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U1", from = "2021-06-01" } },
      },
      expect = "not_applicable" },
    { "a code whose meaning has not been seen", as_at = "2025-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "Z12", from = "2025-06-01" } },
      },
      expect = "cannot_decide" },
    { "with foster carers, no approval list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        placement = { { kind = "U6", from = "2021-06-01" } },
      },
      not_supplied = { "temporary_approval", "placement_view" },
      expect = "not_applicable" },
  },
}
