-- The Standard Safeguarding Dataset (1.4.5): reviews, visits, health, plans, missing episodes,
-- permanence, workers, care leavers. ssd.lua has the child, orders and placements.
--
-- A milestone as the first date of a row: where it is blank the thing has not happened and there is
-- no row (a review that is only due, a child never matched). `unfilled`: a column that some
-- suppliers leave blank on every row, which then counts as not supplied.
local lists = require "lib.lists"
local words = require "lib.aliases.care"

local function worded(spelt)
  return { worded = true, begins_with_code = true, spelt = spelt }
end

local said = { Y = "yes", N = "no", ["1"] = "yes", ["0"] = "no" }

return source {
  dataset = "Standard Safeguarding Dataset (SSD) export",
  missing = { "NULL", "None", "-1", "1900-01-01", "PLACEHOLDER_DATA", "#N/A" },

  tables = {

    ssd_cla_reviews = {
      child   = {
        "clar_cla_person_id",
        through = { column = "clar_cla_id", table = "ssd_cla_episodes", key = "clae_cla_id" },
      },
      columns = {
        clar_cla_review_id        = id,
        clar_cla_id               = id,
        clar_cla_review_date      = milestone { required = true },
        clar_cla_review_cancelled = flag {
          required = true, spelt = said, worded = true,
          when_blank = "nothing says whether it was cancelled: a review with a date counts as held",
        },
        clar_cla_review_participation = code(lists.review_code, worded(words.participation)),
      },
      date  = "clar_cla_review_date",
      key   = { "clar_cla_review_id" },
      gives = {
        review = rows {
          fields = { on = "clar_cla_review_date", part = "clar_cla_review_participation" },
          except = { clar_cla_review_cancelled = { "yes" } },
        },
      },
    },

    -- Several ticked: parallel planning. None ticked: no plan agreed. A blank answer: a plan whose
    -- aim is not known.
    ssd_cla_care_plan = {
      child   = "lacp_person_id",
      columns = {
        lacp_table_id = id { also = { "lacp_cla_care_plan_id" } },
        lacp_cla_care_plan_start_date = date { required = true },
        lacp_cla_care_plan_end_date   = milestone { required = true },
        lacp_cla_care_plan_json = code_set(lists.plan, {
          required = true, ticked = true, unfilled = true, spelt = words.plan,
        }),
      },
      date  = "lacp_cla_care_plan_start_date", ends = "lacp_cla_care_plan_end_date",
      key   = { "lacp_table_id" },
      latest_repeated = { "lacp_cla_care_plan_json" },
      gives = {
        care_plan = rows {
          fields = {
            from = "lacp_cla_care_plan_start_date", to = "lacp_cla_care_plan_end_date",
            plan = "lacp_cla_care_plan_json",
          },
        },
      },
    },

    ssd_cla_visits = {
      child   = {
        "clav_person_id",
        through = { column = "clav_cla_id", table = "ssd_cla_episodes", key = "clae_cla_id" },
      },
      columns = {
        clav_cla_visit_id   = id,
        clav_cla_id         = id,
        clav_cla_visit_date = milestone { required = true },
        clav_cla_visit_seen = flag { required = true, spelt = said },
      },
      date  = "clav_cla_visit_date",
      key   = { "clav_cla_visit_id" },
      gives = { visit = rows { fields = { on = "clav_cla_visit_date", seen = "clav_cla_visit_seen" } } },
    },

    ssd_cla_health = {
      child   = "clah_person_id",
      columns = {
        clah_health_check_id     = id,
        clah_health_check_type   = code(lists.health_check, {
          required = true, worded = true, spelt = words.health_check,
        }),
        clah_health_check_date   = milestone { required = true },
        clah_health_check_status = code(lists.health_status, {
          worded = true, spelt = words.health_status,
        }),
      },
      date  = "clah_health_check_date",
      key   = { "clah_health_check_id" },
      gives = {
        health_check = rows {
          fields = {
            on = "clah_health_check_date", kind = "clah_health_check_type",
            status = "clah_health_check_status",
          },
        },
      },
    },

    ssd_missing = {
      child   = "miss_person_id",
      columns = {
        miss_table_id = id,
        miss_missing_episode_start_date = date { required = true },
        miss_missing_episode_end_date   = milestone { required = true },
        miss_missing_episode_type = code(lists.missing, worded(words.missing)),
        miss_missing_rhi_offered  = code(lists.yes_no_na, { worded = true }),
        miss_missing_rhi_accepted = code(lists.yes_no_na, { worded = true }),
      },
      date  = "miss_missing_episode_start_date", ends = "miss_missing_episode_end_date",
      key   = { "miss_table_id" },
      gives = {
        missing_episode = rows {
          fields = {
            from = "miss_missing_episode_start_date", to = "miss_missing_episode_end_date",
            kind = "miss_missing_episode_type", offered = "miss_missing_rhi_offered",
            accepted = "miss_missing_rhi_accepted",
          },
        },
      },
    },

    ssd_cla_previous_permanence = {
      child   = "lapp_person_id",
      columns = {
        lapp_previous_permanence_option = code(lists.previous_permanence, {
          required = true, worded = true, begins_with_code = true, spelt = words.previous_permanence,
        }),
        lapp_previous_permanence_order_date = date { required = true, before_birth = true },
      },
      key   = {},
      gives = {
        previous_permanence = rows {
          fields = {
            kind = "lapp_previous_permanence_option", made = "lapp_previous_permanence_order_date",
          },
        },
      },
    },

    -- One row for each journey to adoption. System C joins it on an old id, so rows may belong to
    -- nobody; Eclipse leaves most of it blank.
    ssd_permanence = {
      child   = "perm_person_id",
      columns = {
        perm_table_id                 = id,
        perm_adm_decision_date        = milestone { required = true, unfilled = true },
        perm_decision_reversed_date   = milestone,
        perm_decision_reversed_reason = code(lists.decision_reversed, worded(words.reversed)),
        perm_ffa_cp_decision_date     = milestone { unfilled = true },
        perm_placed_ffa_cp_date       = milestone { unfilled = true },
        perm_placement_order_date     = milestone { unfilled = true },
        perm_matched_date             = milestone { required = true, unfilled = true },
        perm_placed_for_adoption_date = milestone { unfilled = true },
        perm_permanence_order_date    = milestone,
        perm_permanence_order_type    = code(lists.permanence_order, {
          worded = true, spelt = words.order,
        }),
        perm_part_of_sibling_group    = flag { spelt = said, worded = true },
        perm_siblings_placed_together = number,
        perm_siblings_placed_apart    = number,
      },
      key   = { "perm_table_id" },
      gives = {
        adoption_decision = rows {
          fields = {
            on = "perm_adm_decision_date", reversed = "perm_decision_reversed_date",
            reason = "perm_decision_reversed_reason",
          },
        },
        match = rows {
          fields  = { on = "perm_matched_date", kind = always "ADOPTION" },
          partial = true,  -- a match for long-term fostering is not recorded here
        },
        early_permanence = rows {
          fields = { decided = "perm_ffa_cp_decision_date", placed = "perm_placed_ffa_cp_date" },
        },
        sibling_group = rows {
          fields = {
            belongs = "perm_part_of_sibling_group", together = "perm_siblings_placed_together",
            apart = "perm_siblings_placed_apart",
          },
        },
        permanence_record = rows {
          fields = {
            placement_order = "perm_placement_order_date", placed = "perm_placed_for_adoption_date",
            order_made = "perm_permanence_order_date", order_kind = "perm_permanence_order_type",
          },
        },
      },
    },

    -- Mosaic names no child here: the row is reached through the referral.
    ssd_involvements = {
      child   = {
        "invo_person_id",
        through = { column = "invo_referral_id", table = "ssd_cla_episodes", key = "clae_referral_id" },
      },
      columns = {
        invo_involvements_id        = id,
        invo_referral_id            = id,
        invo_professional_id        = id { required = true },
        invo_professional_role_id   = text,
        ["invo_professional_role_id as a role"] = code({ SW = "social worker", OTHER = "another role" }, {
          also = { "invo_professional_role_id" }, worded = true, spelt = words.role,
        }),
        invo_professional_team      = text,
        invo_involvement_start_date = date { required = true },
        invo_involvement_end_date   = milestone { required = true },
        invo_worker_change_reason   = code(lists.worker_change, worded()),
      },
      date  = "invo_involvement_start_date", ends = "invo_involvement_end_date",
      key   = { "invo_involvements_id" },
      gives = {
        involvement = rows {
          fields = {
            from = "invo_involvement_start_date", to = "invo_involvement_end_date",
            worker = "invo_professional_id", team = "invo_professional_team",
            role = "invo_professional_role_id", reason = "invo_worker_change_reason",
          },
        },
        -- A role that lib/aliases/care.lua does not know may be a social worker.
        social_worker = rows {
          fields = {
            from = "invo_involvement_start_date", to = "invo_involvement_end_date",
            worker = "invo_professional_id", reason = "invo_worker_change_reason",
          },
          only = { ["invo_professional_role_id as a role"] = { "SW" } },
        },
      },
    },

    ssd_care_leavers = {
      child   = "clea_person_id",
      columns = {
        clea_care_leaver_eligibility  = code(lists.eligibility, {
          required = true, worded = true, spelt = words.eligibility,
        }),
        clea_care_leaver_in_touch     = code(lists.in_touch, {
          required = true, worded = true, begins_with_code = true, spelt = words.in_touch,
        }),
        clea_pathway_plan_review_date = milestone,
      },
      gives = {
        care_leaver = rows { fields = { in_touch = "clea_care_leaver_in_touch" } },
        pathway = rows {
          fields = {
            eligibility = "clea_care_leaver_eligibility", reviewed = "clea_pathway_plan_review_date",
          },
        },
      },
    },

    -- Mostly empty placeholders in every supplier's scripts.
    ssd_pre_proceedings = {
      child   = "prep_person_id",
      columns = {
        prep_pre_pro_decision_date      = milestone { required = true, unfilled = true },
        prep_pre_pro_letter_date        = milestone { required = true, unfilled = true },
        prep_agree_stepdown_issue_date  = milestone { unfilled = true },
        prep_care_pro_letter_date       = milestone { unfilled = true },
        prep_pre_pro_outcome            = text,
      },
      gives = {
        pre_proceedings = rows {
          fields = {
            decided = "prep_pre_pro_decision_date", letter = "prep_pre_pro_letter_date",
            ended = "prep_agree_stepdown_issue_date", issued = "prep_care_pro_letter_date",
            outcome = "prep_pre_pro_outcome",
          },
        },
      },
    },
  },
}
