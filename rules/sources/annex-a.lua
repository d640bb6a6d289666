-- Ofsted's Annex A: Lists 8 (children in care), 9 (care leavers) and 10 (adoption), one row a child.
--
-- A list tells of now. `latest`: a child's latest order, placement, review or check is on record and
-- nothing before it, so a question that reaches further back cannot be decided for that child. The
-- number of placements in twelve months is not read: it is a count without days or kinds, and
-- temporary moves may be in it.
local lists     = require "lib.lists"
local status    = require "lib.aliases.legal_status"
local placement = require "lib.aliases.placement"
local words     = require "lib.aliases.care"
local annex     = require "lib.aliases.annex_a"

local also = annex.headings

local function worded(headings, spelt, required)
  return { also = headings, worded = true, begins_with_code = true, spelt = spelt, required = required }
end

local birth = { child = rows { fields = { date_of_birth = "Date of Birth" } } }

local function and_birth(gives)
  for table_name, feed in pairs(birth) do gives[table_name] = feed end
  return gives
end

return source {
  dataset = "Ofsted Annex A workbook",
  missing = { "#N/A", "N/A", "NULL", "-", ".", "1900-01-01" },

  tables = {

    list_8 = {
      child   = { "Child Unique ID", also = also.child },
      columns = {
        ["Date of Birth"]                      = date { also = also.born },
        ["Date Started to be Looked After"]    = date { required = true, also = also.came_in },
        ["Start date of current legal status"] = date { required = true, also = also.status_from },
        -- A status under which nobody is looked after has no place on this list: unknown, said.
        ["Child's Legal Status"] = code(lists.legal_status, worded(also.status, status.spelt, true)),
        ["Date of Latest Statutory Review"] = milestone { also = also.reviewed },
        ["Date of Last Social Work Visit"]  = milestone { also = also.visited },
        ["What is the permanence plan for this child?"] = code_set(lists.plan, {
          also = also.plan, ticked = true, unfilled = true, spelt = annex.plan,
        }),
        ["Date of Last Health Assessment"] = milestone { also = also.health },
        ["Date of Last Dental Check"]      = milestone { also = also.dental },
        ["Date Ceased to be Looked After"] = milestone { also = also.ceased_on },
        ["Reason Ceased to be Looked After"] =
          code(lists.reason_ceased, worded(also.ceased, words.ceased)),
        ["Start Date of Most Recent Placement"] = date { required = true, also = also.placed_on },
        ["Placement Type"]     = code(lists.placement, worded(also.placement, placement.type)),
        ["Placement Provider"] = code(lists.provider, worded(also.provider, placement.provider)),
      },
      key   = {},
      gives = and_birth {
        care = rows {
          fields = {
            from = "Date Started to be Looked After", to = "Date Ceased to be Looked After",
            ceased = "Reason Ceased to be Looked After",
          },
          latest = true,
        },
        legal_status = rows {
          fields = {
            from = "Start date of current legal status", to = "Date Ceased to be Looked After",
            status = "Child's Legal Status",
          },
          except = { ["Child's Legal Status"] = lists.short_breaks },
          latest = true,
        },
        -- As in ssda903.lua: an interim care order follows the issue of an application.
        care_proceedings = rows {
          fields = {
            on = up_to "Start date of current legal status", status = "Child's Legal Status",
            order_made = "Date Ceased to be Looked After",
          },
          only            = { ["Child's Legal Status"] = { "C1" } },
          unless_supplied = "x_court",
          partial         = true,
        },
        placement = rows {
          fields = {
            from = "Start Date of Most Recent Placement", to = "Date Ceased to be Looked After",
            kind = "Placement Type", provider = "Placement Provider",
          },
          latest = true,
        },
        with_adopters = rows {
          fields = {
            from = "Start Date of Most Recent Placement", to = "Date Ceased to be Looked After",
            kind = "Placement Type",
          },
          only   = { ["Placement Type"] = lists.with_adopters },
          latest = true,
        },
        at_home = rows {
          fields = {
            from = "Start Date of Most Recent Placement", to = "Date Ceased to be Looked After",
            kind = "Placement Type",
          },
          only   = { ["Placement Type"] = { "P1" } },
          latest = true,
        },
        -- Since when is not said.
        care_plan = rows {
          fields = {
            from = unknown, to = "Date Ceased to be Looked After",
            plan = "What is the permanence plan for this child?",
          },
          latest = true,
        },
        review = rows { fields = { on = "Date of Latest Statutory Review" }, latest = true },
        visit  = rows { fields = { on = "Date of Last Social Work Visit" }, latest = true },
        health_check = {
          rows {
            fields = {
              on = "Date of Last Health Assessment", kind = always "ASSESSMENT",
              status = always "COMPLETED",
            },
            latest = true,
          },
          rows {
            fields = {
              on = "Date of Last Dental Check", kind = always "DENTAL", status = always "COMPLETED",
            },
            latest = true,
          },
        },
      },
    },

    list_9 = {
      child   = { "Child Unique ID", also = also.child },
      columns = {
        ["Date of Birth"] = date { also = also.born },
        ["Eligibility Category"] = code(lists.eligibility,
          worded(also.eligibility, words.eligibility, true)),
        ["LA In Touch"] = code(lists.in_touch, worded(also.in_touch, words.in_touch, true)),
        ["Latest Pathway Plan Review Date"] = milestone { also = also.plan_review },
      },
      key   = {},
      gives = and_birth {
        care_leaver = rows { fields = { in_touch = "LA In Touch" } },
        pathway = rows {
          fields = {
            eligibility = "Eligibility Category", reviewed = "Latest Pathway Plan Review Date",
          },
        },
      },
    },

    list_10 = {
      child   = { "Child Unique ID", also = also.child },
      columns = {
        ["Date of Birth"]               = date { also = also.born },
        ["Date the Child Entered Care"] = date { required = true, also = also.entered },
        ["Date of Decision that Child Should be Placed for Adoption"] =
          milestone { required = true, also = also.decided },
        ["Date of Placement Order"] = milestone { also = also.order },
        ["Date of Matching Child and Prospective Adopters"] = milestone { also = also.matched },
        ["Date Placed for Adoption"] = milestone { also = also.with_family },
        ["Date of Adoption Order"]   = milestone { also = also.adopted },
        ["Date of Decision that Child Should No Longer be Placed for Adoption"] =
          milestone { also = also.reversed },
        ["Reason"] = code(lists.decision_reversed, worded(also.reversed_why, words.reversed)),
        ["Date the child was placed for fostering in FFA or concurrent planning placement"] =
          milestone { also = also.early },
      },
      key   = {},
      gives = and_birth {
        adoption_decision = rows {
          fields = {
            on = "Date of Decision that Child Should be Placed for Adoption",
            reversed = "Date of Decision that Child Should No Longer be Placed for Adoption",
            reason = "Reason",
          },
        },
        match = rows {
          fields = {
            on = "Date of Matching Child and Prospective Adopters", kind = always "ADOPTION",
          },
          partial = true, -- a match for long-term fostering is not on this list
        },
        early_permanence = rows {
          fields = {
            placed = "Date the child was placed for fostering in FFA or concurrent planning placement",
          },
        },
        permanence_record = rows {
          fields = {
            placement_order = "Date of Placement Order", placed = "Date Placed for Adoption",
            order_made = "Date of Adoption Order",
          },
        },
      },
    },
  },
}
