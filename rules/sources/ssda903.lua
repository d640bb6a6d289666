-- The SSDA903 return: which columns make which table, and how episodes join into periods.
--
-- Tables are recognised by the columns marked `required`; order, case, spaces and further columns
-- do not matter. Columns that no rule wants (postcodes of home, sex, ethnicity, pupil numbers) are
-- dropped at the door.
local lists = require "lib.lists"

local zero_or_one = { ["0"] = "no", ["1"] = "yes", ["0.0"] = "no", ["1.0"] = "yes" }

-- An old list writes "adopted" as E1, which as a legal status is the placement order.
local ceased_spelt = { E1 = "E11" }

-- Placeholders that regional repair tools leave behind: they mean "not recorded".
local repaired = { "E99", "LIIAF" }

-- A row that is not the start of a period of care continues the one before that it touches.
local not_a_start = { RNE = { "L", "P", "T", "B", "U" } }

-- Where the Department's census files say which collection they are.
local census = "Message/Header/CollectionDetails/Collection"

local function with_temporary(kinds)
  local all_kinds = {}
  for _, kind in ipairs(kinds) do all_kinds[#all_kinds + 1] = kind end
  for _, kind in ipairs(lists.temporary) do all_kinds[#all_kinds + 1] = kind end
  return all_kinds
end

return source {
  dataset = "SSDA903 return",
  missing = { "NULL", "1900-01-01", "01/01/1900", "-1" },

  -- The return as one XML file: what stands in HEADER is split over the tables of the CSV form.
  xml = { record = "EXPSSDA903/CHILD", child = "HEADER/CHILDID" },

  refuses = {
    { what = "a children in need census", columns = { "LAchildID", "CINreferralDate" } },
    { what = "a children in need census", columns = { "LAchildID", "CINclosureDate" } },
    { what = "a special educational needs (SEN2) return", columns = { "personTableID" } },
    { what = "an Ofsted Annex A list", columns = { "Child Unique ID" } },
    { what = "a DfE daily data payload", columns = { "la_child_id", "mis_child_id" } },
    { what = "a DfE daily data payload", json = { "la_child_id" } },
    { what = "a children in need census", xml = census, xml_text = "CIN" },
    { what = "a school census", xml = census, xml_text = "SC" },
    { what = "a special educational needs (SEN2) return", xml = census, xml_text = "SEN2" },
    { what = "an alternative provision census", xml = census, xml_text = "AP" },
    { what = "a school workforce census", xml = census, xml_text = "SWF" },
    { what = "another return to the Department for Education", xml = census },
  },

  tables = {

    header = {
      child   = "CHILD",
      columns = {
        DOB    = date { required = true },
        SEX    = text { required = true },
        ETHNIC = code(lists.ethnicity, { required = true }),
        UPN    = text { required = true },
      },
      key   = {},
      xml   = { row = "HEADER" },
      gives = { child = rows { fields = { date_of_birth = "DOB", ethnicity = "ETHNIC" } } },
    },

    episodes = {
      child   = "CHILD",
      columns = {
        DECOM = date { required = true, label = "date the episode began" },
        RNE   = code(lists.reason_new_episode, { required = true }),
        LS    = code(lists.legal_status, { required = true }),
        PLACE = code(lists.placement, { required = true, also = { "PL" } }),
        DEC   = milestone { required = true, label = "date the episode ended" },
        REC   = code(lists.reason_ceased, { required = true, spelt = ceased_spelt, blank = repaired }),
        REASON_PLACE_CHANGE = code(lists.reason_place_change, { blank = repaired }),
        PLACE_PROVIDER      = code(lists.provider),
        PL_POST             = text { label = "postcode of the placement" },
        URN                 = text { blank = { "XXXXXXX" } },
      },
      date = "DECOM", ends = "DEC",
      key  = { "DECOM" },
      xml  = { row = "EPISODE" },
      -- Said aloud, and read as they stand: a gap before anything but a start, an open row with a
      -- ceasing reason, an open row of somebody who is eighteen.
      fresh_start      = { RNE = { "S" } },
      blank_while_open = "REC",
      closes_at_age    = 18,
      gives = {
        -- Every row, short breaks too: what contradicts itself must be seen where it stands.
        episode = rows {
          fields = {
            from = "DECOM", to = "DEC", recorded_end = "DEC",
            status = "LS", kind = "PLACE", ceased = "REC",
          },
        },
        -- From the day a child came into care (S) until nothing follows on. Short breaks are not
        -- care in this sense; remands are.
        care = joined {
          fields      = { from = first "DECOM", to = last "DEC", ceased = last "REC" },
          touching    = 1,
          continues   = { { when = not_a_start } },
          start_known = { RNE = { "S" } },
          except      = { LS = lists.short_breaks },
        },
        -- One run for as long as the code stays the same, whatever moves lie inside it.
        legal_status = joined {
          fields      = { from = first "DECOM", to = last "DEC", status = last "LS" },
          touching    = 1,
          continues   = { { same = { "LS" } } },
          start_known = { RNE = { "S", "L", "B", "U" } },
          except      = { LS = lists.short_breaks },
        },
        -- The same placement: a change of order alone (L) never ends it; T and U (same carer) end
        -- it when the address did change, so U5 to A5 in one house is one placement; temporary
        -- moves are passed over when the child comes back to where they were.
        placement = joined {
          fields = {
            from = first "DECOM", to = last "DEC", kind = last "PLACE",
            provider = last "PLACE_PROVIDER", why_ended = last "REASON_PLACE_CHANGE",
          },
          touching  = 1,
          continues = {
            { when = { RNE = { "L" } } },
            { when = { RNE = { "T", "U" } }, same_first = { "PL_POST", "URN", "PLACE" } },
          },
          bridges = {
            PLACE = lists.temporary, same = { "PLACE" }, same_first = { "PL_POST", "URN" },
          },
          start_known = { RNE = { "S", "P", "T", "B", "U" } },
          except      = { LS = lists.short_breaks },
        },
        -- The same carer: only S, P and B bring a new one.
        carer = joined {
          fields      = { from = first "DECOM", to = last "DEC", kind = last "PLACE" },
          touching    = 1,
          continues   = { { when = { RNE = { "L", "T", "U" } } } },
          bridges     = {
            PLACE = lists.temporary, same = { "PLACE" }, same_first = { "PL_POST", "URN" },
          },
          start_known = { RNE = { "S", "P", "B" } },
          except      = { LS = lists.short_breaks },
        },
        -- With adopters, and at home: for as long as the placement is of that kind, temporary moves
        -- passed over. A change of order alone on the first visible row began no placement.
        with_adopters = joined {
          fields      = { from = first "DECOM", to = last "DEC", kind = last "PLACE" },
          touching    = 1,
          only        = { PLACE = with_temporary(lists.with_adopters) },
          continues   = { { when = not_a_start } },
          bridges     = { PLACE = lists.temporary },
          start_known = { RNE = { "S", "P", "T", "B", "U" } },
          except      = { LS = lists.short_breaks },
        },
        at_home = joined {
          fields      = { from = first "DECOM", to = last "DEC", kind = last "PLACE" },
          touching    = 1,
          only        = { PLACE = with_temporary { "P1" } },
          continues   = { { when = not_a_start } },
          bridges     = { PLACE = lists.temporary },
          start_known = { RNE = { "S", "P", "T", "B", "U" } },
          except      = { LS = lists.short_breaks },
        },
        -- Without a court list: an interim care order follows the issue of an application, so the
        -- application was issued on or before its first day. Other applications stay unseen.
        care_proceedings = joined {
          fields          = { on = up_to "DECOM", order_made = last "DEC", status = last "LS" },
          touching        = 1,
          continues       = { { same = { "LS" } } },
          only            = { LS = { "C1" } },
          unless_supplied = "x_court",
          partial         = true,
        },
      },
    },

    reviews = {
      child   = "CHILD",
      columns = {
        REVIEW      = date { required = true },
        REVIEW_CODE = code(lists.review_code, { required = true }),
      },
      date   = "REVIEW",
      key    = { "REVIEW" },
      xml    = { row = "HEADER/AREVIEW" },
      covers = "collection year",
      gives  = { review = rows { fields = { on = "REVIEW", part = "REVIEW_CODE" } } },
    },

    uasc = {
      child   = "CHILD",
      columns = { DUC = booking { required = true } },
      key     = {},
      xml     = { row = "HEADER", only = { UASC = "1" }, filled = { "DUC" } },
      gives   = { uasc = rows { fields = { ends = "DUC" } } },
    },

    oc2 = {
      child   = "CHILD",
      columns = {
        SDQ_SCORE         = number { required = true },
        SDQ_REASON        = code(lists.sdq_reason, { required = true }),
        CONVICTED         = flag { required = true, spelt = zero_or_one },
        HEALTH_CHECK      = flag { required = true, spelt = zero_or_one },
        IMMUNISATIONS     = flag { required = true, spelt = zero_or_one },
        TEETH_CHECK       = flag { required = true, spelt = zero_or_one },
        HEALTH_ASSESSMENT = flag { required = true, spelt = zero_or_one },
        SUBSTANCE_MISUSE  = flag { required = true, spelt = zero_or_one },
      },
      key    = {},
      covers = "collection year",
      xml    = { row = "HEADER/OC2" },
      gives  = {
        health_return = rows {
          fields = {
            sdq_score = "SDQ_SCORE", sdq_reason = "SDQ_REASON", convicted = "CONVICTED",
            health_check = "HEALTH_CHECK", immunisations = "IMMUNISATIONS",
            teeth_check = "TEETH_CHECK", health_assessment = "HEALTH_ASSESSMENT",
            substance_misuse = "SUBSTANCE_MISUSE",
          },
        },
      },
    },

    oc3 = {
      child   = "CHILD",
      columns = {
        IN_TOUCH = code(lists.in_touch, { required = true }),
        ACTIV    = text { required = true },
        ACCOM    = text { required = true },
      },
      key   = {},
      xml   = { row = "HEADER", filled = { "IN_TOUCH", "ACTIV", "ACCOM" } },
      gives = { care_leaver = rows { fields = { in_touch = "IN_TOUCH" } } },
    },

    ad1 = {
      child   = "CHILD",
      columns = {
        DATE_INT    = milestone { required = true },
        DATE_MATCH  = milestone { required = true },
        FOSTER_CARE = flag { required = true, spelt = zero_or_one },
      },
      key   = {},
      xml   = {
        row = "HEADER",
        filled = { "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR" },
      },
      gives = {
        adoption = rows {
          fields = { decided = "DATE_INT", matched = "DATE_MATCH", foster_carer = "FOSTER_CARE" },
        },
      },
    },

    -- DATE_PLACED is the day of the decision. The day the child moved in is the DECOM of the first
    -- episode with A3 to A6.
    placed_for_adoption = {
      child   = "CHILD",
      columns = {
        DATE_PLACED          = date { required = true, label = "date of the decision" },
        DATE_PLACED_CEASED   = milestone { required = true, label = "date of the reversal" },
        REASON_PLACED_CEASED = code(lists.decision_reversed, { required = true }),
      },
      date = "DATE_PLACED", ends = "DATE_PLACED_CEASED",
      key  = { "DATE_PLACED" },
      xml  = { row = "HEADER/AD_PLACED" },
      gives = {
        adoption_decision = rows {
          fields = {
            on = "DATE_PLACED", reversed = "DATE_PLACED_CEASED", reason = "REASON_PLACED_CEASED",
          },
        },
      },
    },

    previous_permanence = {
      child   = "CHILD",
      columns = {
        PREV_PERM = code(lists.previous_permanence, { required = true }),
        LA_PERM   = text { required = true },
        DATE_PERM = date { required = true },
      },
      key   = {},
      xml   = { row = "HEADER/PERMANENCE" },
      gives = { previous_permanence = rows { fields = { kind = "PREV_PERM", made = "DATE_PERM" } } },
    },

    missing = {
      child   = "CHILD",
      columns = {
        MISSING   = code(lists.missing, { required = true }),
        MIS_START = date { required = true },
        MIS_END   = milestone { required = true },
      },
      date   = "MIS_START", ends = "MIS_END",
      key    = { "MIS_START" },
      xml    = { row = "HEADER/AMISSING" },
      covers = "collection year",
      gives  = {
        missing_episode = rows { fields = { from = "MIS_START", to = "MIS_END", kind = "MISSING" } },
      },
    },

    sw_episodes = {
      child   = "CHILD",
      columns = {
        SW_ID     = id { required = true },
        SW_DECOM  = date { required = true },
        SW_DEC    = milestone { required = true },
        SW_REASON = code(lists.worker_change),
      },
      date   = "SW_DECOM", ends = "SW_DEC",
      key    = { "SW_ID", "SW_DECOM" },
      -- The published schema is of 2021 and has no element for these.
      xml    = { row = "*", filled = { "SW_ID", "SW_DECOM" } },
      covers = "collection year",
      gives  = {
        social_worker = rows {
          fields = { from = "SW_DECOM", to = "SW_DEC", worker = "SW_ID", reason = "SW_REASON" },
        },
      },
    },
  },
}
