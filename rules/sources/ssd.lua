-- The Standard Safeguarding Dataset (1.4.5), as CSV exports of its tables: the child, legal status,
-- episodes and placements. ssd_events.lua has what happens along the way.
--
-- Tables are known by the prefix of their columns; suppliers leave columns out and add others, so
-- few are required. Which supplier wrote it is not asked: every difference is told by the columns.
--   Mosaic    placements name no child: reached through clap_cla_id; ends the day before the next
--   System C  words in place of codes (lib/aliases); 1900-01-01 where there is no date
--   Eclipse   spells of one legal status merged into one row: see `merged` below
local lists     = require "lib.lists"
local status    = require "lib.aliases.legal_status"
local placement = require "lib.aliases.placement"
local words     = require "lib.aliases.care"

local function worded(spelt)
  return { worded = true, begins_with_code = true, spelt = spelt }
end

local function with_temporary(kinds)
  local all_kinds = {}
  for _, kind in ipairs(kinds) do all_kinds[#all_kinds + 1] = kind end
  for _, kind in ipairs(lists.temporary) do all_kinds[#all_kinds + 1] = kind end
  return all_kinds
end

local not_a_start = { clae_cla_episode_start_reason = { "L", "P", "T", "B", "U" } }

return source {
  dataset = "Standard Safeguarding Dataset (SSD) export",
  missing = { "NULL", "None", "-1", "1900-01-01", "PLACEHOLDER_DATA", "#N/A" },

  tables = {

    -- Everybody known to children's services, not only children in care.
    ssd_person = {
      child   = "pers_person_id",
      columns = {
        pers_dob       = date { required = true },
        pers_ethnicity = code(lists.ethnicity, worded()),
      },
      key   = {},
      gives = {
        child = rows { fields = { date_of_birth = "pers_dob", ethnicity = "pers_ethnicity" } },
      },
    },

    ssd_legal_status = {
      child   = "lega_person_id",
      columns = {
        lega_legal_status_id = id,
        lega_legal_status = code(lists.legal_status, {
          required = true, worded = true, begins_with_code = true,
          spelt = status.spelt, outside = status.outside,
        }),
        lega_legal_status_start_date = date { required = true, also = { "lega_legal_status_start" } },
        lega_legal_status_end_date   = milestone { required = true, also = { "lega_legal_status_end" } },
      },
      date  = "lega_legal_status_start_date", ends = "lega_legal_status_end_date",
      key   = { "lega_legal_status_id" },
      gives = {
        -- A row with a later status inside it that has ended: it may be two spells merged into one,
        -- so it began on its own day or as late as the other ended.
        legal_status = joined {
          fields    = {
            from = first "lega_legal_status_start_date", to = last "lega_legal_status_end_date",
            status = last "lega_legal_status",
          },
          touching  = 1,
          continues = { { same = { "lega_legal_status" } } },
          merged    = true,
          except    = { lega_legal_status = lists.short_breaks },
        },
        -- As in ssda903.lua: an interim care order follows the issue of an application.
        care_proceedings = joined {
          fields = {
            on = up_to "lega_legal_status_start_date", order_made = last "lega_legal_status_end_date",
            status = last "lega_legal_status",
          },
          touching        = 1,
          continues       = { { same = { "lega_legal_status" } } },
          only            = { lega_legal_status = { "C1" } },
          unless_supplied = "x_court",
          partial         = true,
        },
      },
    },

    ssd_cla_episodes = {
      child   = "clae_person_id",
      columns = {
        clae_cla_episode_id  = id,
        clae_cla_id          = id,
        clae_referral_id     = id,
        clae_cla_episode_start_date   = date { required = true, also = { "clae_cla_episode_start" } },
        clae_cla_episode_start_reason = code(lists.reason_new_episode, worded(words.began)),
        clae_cla_episode_ceased_date  = milestone { required = true, also = { "clae_cla_episode_ceased" } },
        clae_cla_episode_ceased_reason = code(lists.reason_ceased, worded(words.ceased)),
        clae_entered_care_date         = date,
      },
      date  = "clae_cla_episode_start_date", ends = "clae_cla_episode_ceased_date",
      key   = { "clae_cla_episode_id" },
      fresh_start      = { clae_cla_episode_start_reason = { "S" } },
      blank_while_open = "clae_cla_episode_ceased_reason",
      closes_at_age    = 18,
      gives = {
        -- Legal status and placement of an episode lie in other tables: rules that look at both
        -- codes of one episode (DQ-LS-PLACE) cannot be decided from here.
        episode = rows {
          fields = {
            from = "clae_cla_episode_start_date", to = "clae_cla_episode_ceased_date",
            recorded_end = "clae_cla_episode_ceased_date", ceased = "clae_cla_episode_ceased_reason",
          },
        },
        -- From the episodes, and from the day of entry that the system gives with them.
        care = {
          joined {
            fields      = {
              from = first "clae_cla_episode_start_date", to = last "clae_cla_episode_ceased_date",
              ceased = last "clae_cla_episode_ceased_reason",
            },
            touching    = 1,
            continues   = { { same = { "clae_cla_id" } }, { when = not_a_start } },
            start_known = { clae_cla_episode_start_reason = { "S" } },
          },
          joined {
            fields    = {
              from = first "clae_entered_care_date", to = last "clae_cla_episode_ceased_date",
              ceased = last "clae_cla_episode_ceased_reason",
            },
            touching  = 1,
            continues = { { same = { "clae_cla_id" } }, { when = not_a_start } },
          },
        },
      },
    },

    ssd_cla_placement = {
      child   = {
        "clap_person_id",
        through = { column = "clap_cla_id", table = "ssd_cla_episodes", key = "clae_cla_id" },
      },
      columns = {
        clap_cla_placement_id = id,
        clap_cla_id           = id,
        clap_cla_placement_start_date = date { required = true },
        clap_cla_placement_end_date   = milestone { required = true },
        clap_cla_placement_type = code(lists.placement, {
          required = true, worded = true, begins_with_code = true, spelt = placement.type,
        }),
        clap_cla_placement_provider      = code(lists.provider, worded(placement.provider)),
        clap_cla_placement_change_reason = code(lists.reason_place_change, worded(placement.change)),
        clap_cla_placement_postcode      = text,
        clap_cla_placement_urn           = text { blank = { "XXXXXXX" } },
      },
      date  = "clap_cla_placement_start_date", ends = "clap_cla_placement_end_date",
      key   = { "clap_cla_placement_id" },
      gives = {
        -- A row is a placement. U5 that becomes A5 at the same address is one placement; temporary
        -- moves are passed over when the child comes back to where they were.
        placement = joined {
          fields = {
            from = first "clap_cla_placement_start_date", to = last "clap_cla_placement_end_date",
            kind = last "clap_cla_placement_type", provider = last "clap_cla_placement_provider",
            why_ended = last "clap_cla_placement_change_reason",
          },
          touching  = 1,
          continues = {
            { when = { clap_cla_placement_type = lists.same_carer_adopts },
              same = { "clap_cla_placement_postcode" } },
          },
          bridges = {
            clap_cla_placement_type = lists.temporary, same = { "clap_cla_placement_type" },
            same_first = { "clap_cla_placement_postcode", "clap_cla_placement_urn" },
          },
        },
        -- Nothing says who the carer is: the same address is the same carer.
        carer = joined {
          fields    = {
            from = first "clap_cla_placement_start_date", to = last "clap_cla_placement_end_date",
            kind = last "clap_cla_placement_type",
          },
          touching  = 1,
          continues = { { same = { "clap_cla_placement_postcode" } } },
          bridges   = {
            clap_cla_placement_type = lists.temporary, same = { "clap_cla_placement_type" },
            same_first = { "clap_cla_placement_postcode", "clap_cla_placement_urn" },
          },
        },
        with_adopters = joined {
          fields    = {
            from = first "clap_cla_placement_start_date", to = last "clap_cla_placement_end_date",
            kind = last "clap_cla_placement_type",
          },
          touching  = 1,
          only      = { clap_cla_placement_type = with_temporary(lists.with_adopters) },
          continues = { { } },
          bridges   = { clap_cla_placement_type = lists.temporary },
        },
        at_home = joined {
          fields    = {
            from = first "clap_cla_placement_start_date", to = last "clap_cla_placement_end_date",
            kind = last "clap_cla_placement_type",
          },
          touching  = 1,
          only      = { clap_cla_placement_type = with_temporary { "P1" } },
          continues = { { } },
          bridges   = { clap_cla_placement_type = lists.temporary },
        },
      },
    },
  },
}
