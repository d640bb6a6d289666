-- The council's own lists: what no standard extract holds. One CSV for each, recognised by its
-- columns; `tidemark template x_court` writes an empty one. All are optional: a rule that needs a
-- list that did not come says so instead of guessing.
--
-- Days that may lie ahead (a listed hearing, a due date) are bookings; everything else is a thing
-- done, and blank means that it has not been done.
local lists = require "lib.lists"

local said = { Y = "yes", N = "no", ["1"] = "yes", ["0"] = "no", ["true"] = "yes", ["false"] = "no" }

local application_spelt = {
  ["care order"] = "care", ["supervision order"] = "supervision",
  ["placement order"] = "placement", ["revocation of placement order"] = "revocation",
  ["revoke placement order"] = "revocation", ["adoption order"] = "adoption",
  ["discharge of care order"] = "discharge", ["revocation of care order"] = "discharge",
  ["special guardianship"] = "sgo", ["child arrangements"] = "cao",
}

local check_spelt = {
  ["initial health assessment"] = "INITIAL", ["IHA"] = "INITIAL",
  ["review health assessment"] = "REVIEW", ["RHA"] = "REVIEW",
  ["health assessment"] = "ASSESSMENT", ["dental check"] = "DENTAL", ["dental"] = "DENTAL",
}

return source {
  dataset = "the council's own lists",
  missing = { "NULL", "1900-01-01", "01/01/1900" },

  tables = {

    x_court = {
      child   = "CHILD",
      columns = {
        APPLICATION_TYPE = code(lists.application, { required = true, spelt = application_spelt }),
        ISSUED       = date { required = true },
        LISTED       = booking,
        NEXT_HEARING = booking,
        ORDER_MADE   = milestone,
        OUTCOME      = code(lists.outcome),
        EXTENDED_TO  = booking,
        FURTHER_ASSESSMENT_TO = booking,
      },
      date  = "ISSUED", ends = "ORDER_MADE",
      key   = { "APPLICATION_TYPE", "ISSUED" },
      gives = {
        court_application = rows {
          fields = {
            on = "ISSUED", kind = "APPLICATION_TYPE", listed = "LISTED",
            next_hearing = "NEXT_HEARING", order_made = "ORDER_MADE", outcome = "OUTCOME",
            extended_to = "EXTENDED_TO", further_assessment_until = "FURTHER_ASSESSMENT_TO",
          },
        },
        care_proceedings = rows {
          fields = {
            on = "ISSUED", kind = "APPLICATION_TYPE", order_made = "ORDER_MADE", outcome = "OUTCOME",
            next_hearing = "NEXT_HEARING", extended_to = "EXTENDED_TO",
          },
          only = { APPLICATION_TYPE = { "care", "supervision" } },
        },
      },
    },

    x_match = {
      child   = "CHILD",
      columns = {
        TYPE          = code(lists.match, { required = true }),
        PANEL_DATE    = booking,
        DECISION_DATE = date { required = true },
        NOT_YET_MATCHED_REASON = text { required = true },
        NOT_YET_RECORDED       = milestone,
        AGENCY                 = text,
      },
      date  = "DECISION_DATE",
      gives = {
        match = rows {
          fields = {
            on = "DECISION_DATE", kind = "TYPE", panel = "PANEL_DATE",
            not_yet_reason = "NOT_YET_MATCHED_REASON", not_yet_recorded = "NOT_YET_RECORDED",
            agency = "AGENCY",
          },
        },
      },
    },

    x_family_finding = {
      child   = "CHILD",
      columns = {
        STARTED              = milestone { required = true },
        STATUS               = text,
        LINK_DATE            = milestone { required = true },
        LINK_ENDED           = milestone,
        REASON_NOT_SEARCHING = text,
        REASON_RECORDED      = milestone,
        FAMILY_FINDER        = id,
      },
      gives = {
        family_finding = rows {
          fields = {
            started = "STARTED", status = "STATUS", linked = "LINK_DATE", link_ended = "LINK_ENDED",
            reason_not_searching = "REASON_NOT_SEARCHING", reason_recorded = "REASON_RECORDED",
            finder = "FAMILY_FINDER",
          },
        },
      },
    },

    x_sgo = {
      child   = "CHILD",
      columns = {
        CASE_ID          = id { required = true },
        REFERRAL         = milestone { required = true },
        STAGE1           = milestone { required = true },
        ASSESSMENT_START = milestone,
        ASSESSMENT_END   = milestone,
        PANEL_DATE       = booking,
        COURT_DATE       = booking,
        ORDER_MADE       = milestone,
        WITHDRAWN        = milestone,
        LOOKED_AFTER     = flag { spelt = said },
      },
      key   = { "CASE_ID" },
      gives = {
        guardianship = rows {
          fields = {
            case_id = "CASE_ID", referred = "REFERRAL", stage_1 = "STAGE1",
            assessment_start = "ASSESSMENT_START", assessment_end = "ASSESSMENT_END",
            panel = "PANEL_DATE", court = "COURT_DATE", granted = "ORDER_MADE",
            withdrawn = "WITHDRAWN", looked_after = "LOOKED_AFTER",
          },
        },
      },
    },

    x_reg24 = {
      child   = "CHILD",
      columns = {
        APPROVED_FROM = date { required = true },
        APPROVED_TO   = booking { required = true },
        EXTENSION_TO  = booking,
        FULL_APPROVAL = milestone,
        REFUSED       = milestone,
      },
      date  = "APPROVED_FROM",
      key   = { "APPROVED_FROM" },
      gives = {
        temporary_approval = rows {
          fields = {
            on = "APPROVED_FROM", ends = "APPROVED_TO", extended = "EXTENSION_TO",
            full = "FULL_APPROVAL", refused = "REFUSED",
          },
        },
      },
    },

    x_pwp = {
      child   = "CHILD",
      columns = {
        CHECKLIST  = milestone,
        REFERRAL   = milestone,
        VIABILITY  = milestone,
        ASSESSMENT = milestone,
        DECISION   = milestone,
        DISCHARGE_REVIEW_DATE       = date { required = true },
        DISCHARGE_REVIEW_CONCLUSION = text { required = true },
      },
      date  = "DISCHARGE_REVIEW_DATE",
      gives = {
        placement_with_parents = rows {
          fields = {
            checklist = "CHECKLIST", referred = "REFERRAL", viability = "VIABILITY",
            assessed = "ASSESSMENT", decided = "DECISION",
          },
        },
        order_review = rows {
          fields = { on = "DISCHARGE_REVIEW_DATE", conclusion = "DISCHARGE_REVIEW_CONCLUSION" },
        },
      },
    },

    x_lifestory = {
      child   = "CHILD",
      columns = {
        STARTED             = milestone { required = true },
        BOOK_COMPLETE       = milestone { required = true },
        LETTER_COMPLETE     = milestone,
        CELEBRATION_HEARING = booking,
        NO_CEREMONY         = flag { spelt = said },
      },
      date  = "STARTED",
      gives = {
        life_story = rows {
          fields = {
            started = "STARTED", book = "BOOK_COMPLETE", letter = "LETTER_COMPLETE",
            celebration = "CELEBRATION_HEARING", no_ceremony = "NO_CEREMONY",
          },
        },
      },
    },

    x_s20 = {
      child   = "CHILD",
      columns = {
        CONFIRMED_ON  = date { required = true },
        PARENTS_AGREE = flag { required = true, spelt = said },
      },
      date  = "CONFIRMED_ON",
      key   = { "CONFIRMED_ON" },
      gives = {
        section_20_confirmation = rows {
          fields = { on = "CONFIRMED_ON", parents_agree = "PARENTS_AGREE" },
        },
      },
    },

    x_education = {
      child   = "CHILD",
      columns = {
        WEEK              = date { required = true },
        HOURS             = number { required = true },
        REGISTERED        = flag { spelt = said },
        SESSIONS_POSSIBLE = number,
        SESSIONS_ATTENDED = number,
        EXCLUSION         = text,
        ACTION_PLAN_DATE  = milestone,
      },
      date  = "WEEK",
      key   = { "WEEK" },
      gives = {
        education = rows {
          fields = {
            on = "WEEK", hours = "HOURS", registered = "REGISTERED",
            sessions_possible = "SESSIONS_POSSIBLE", sessions_attended = "SESSIONS_ATTENDED",
            exclusion = "EXCLUSION", action_plan = "ACTION_PLAN_DATE",
          },
        },
      },
    },

    x_pep = {
      child   = "CHILD",
      columns = { REVIEWED = date { required = true }, TERM = text { required = true } },
      date    = "REVIEWED",
      key     = { "REVIEWED" },
      gives   = { pep = rows { fields = { on = "REVIEWED", term = "TERM" } } },
    },

    x_tracker = {
      child   = "CHILD",
      columns = {
        PANEL = text { required = true },
        SEEN  = date { required = true },
        NEXT  = booking { required = true },
        NOTE  = text,
      },
      date  = "SEEN",
      key   = { "PANEL", "SEEN" },
      gives = {
        tracker_note = rows {
          fields = { on = "SEEN", panel = "PANEL", next = "NEXT", note = "NOTE" },
        },
      },
    },

    x_action = {
      child   = "CHILD",
      columns = {
        ACTION = text { required = true },
        OWNER  = id,
        RAISED = date { required = true },
        DUE    = booking,
        DONE   = milestone,
      },
      date  = "RAISED", ends = "DONE",
      key   = { "ACTION", "RAISED" },
      gives = {
        action = rows {
          fields = { on = "RAISED", action = "ACTION", owner = "OWNER", due = "DUE", done = "DONE" },
        },
      },
    },

    x_exemption = {
      child   = "CHILD",
      columns = {
        RULE           = id { required = true },
        REASON         = text,
        DECIDED        = date { required = true },
        UNTIL          = booking { required = true },
        DECISION_MAKER = id,
        MEETING        = text,
      },
      date  = "DECIDED",
      key   = { "RULE", "DECIDED" },
      gives = {
        exemption = rows {
          fields = {
            on = "DECIDED", rule = "RULE", reason = "REASON", until_day = "UNTIL",
            decision_maker = "DECISION_MAKER", meeting = "MEETING",
          },
        },
      },
    },

    x_iro = {
      child   = "CHILD",
      columns = { ESCALATED = date { required = true }, CLOSED = milestone { required = true } },
      date    = "ESCALATED", ends = "CLOSED",
      key     = { "ESCALATED" },
      gives   = { iro_escalation = rows { fields = { from = "ESCALATED", to = "CLOSED" } } },
    },

    x_care_plan = {
      child   = "CHILD",
      columns = {
        FROM        = date { required = true },
        TO          = milestone { required = true },
        PLAN        = code_set(lists.plan, { required = true }),
        REVIEWED_AT = milestone,
      },
      date  = "FROM", ends = "TO",
      key   = { "FROM" },
      gives = {
        care_plan = rows {
          fields = { from = "FROM", to = "TO", plan = "PLAN", reviewed = "REVIEWED_AT" },
        },
      },
    },

    x_visit = {
      child   = "CHILD",
      columns = { VISIT = date { required = true }, SEEN = flag { required = true, spelt = said } },
      date    = "VISIT",
      key     = { "VISIT" },
      gives   = { visit = rows { fields = { on = "VISIT", seen = "SEEN" } } },
    },

    x_health = {
      child   = "CHILD",
      columns = {
        CHECKED = date { required = true },
        TYPE    = code(lists.health_check, { required = true, spelt = check_spelt }),
        STATUS  = code(lists.health_status),
      },
      date  = "CHECKED",
      key   = { "CHECKED", "TYPE" },
      gives = { health_check = rows { fields = { on = "CHECKED", kind = "TYPE", status = "STATUS" } } },
    },

    x_recorded = {
      child   = "CHILD",
      columns = {
        FACT        = text { required = true },
        EVENT_DATE  = milestone { required = true },
        RECORDED_ON = booking { required = true },
      },
      gives = {
        recorded_fact = rows {
          fields = { fact = "FACT", happened = "EVENT_DATE", recorded_on = "RECORDED_ON" },
        },
      },
    },
  },
}
