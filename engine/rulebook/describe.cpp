#include "rulebook/describe.hpp"

#include "rulebook/describe_expr.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

std::string limit_sentence(const Limit& limit) {
  const std::string span = words_of(limit.span);
  const bool one = limit.span.count == 1;
  if (limit.reaches)
    return "a breach on the day that " + span + (one ? " is reached" : " are reached");
  return "a breach on the day after " + span + (one ? " has passed" : " have passed");
}

class RuleDescription {
 public:
  RuleDescription(const Rulebook& rulebook, const Rule& rule)
      : rulebook_(rulebook), rule_(rule), say_(describer()) {}

  std::vector<Passage> passages() {
    introduce();
    population();
    limits();
    outcome();
    figures();
    words_used();
    return std::move(passages_);
  }

 private:
  Describer describer() {
    return Describer(rulebook_.exprs, rulebook_.model, rulebook_.computes, &words_);
  }

  void add(const char* heading, std::vector<std::string> lines) {
    if (!lines.empty()) passages_.push_back({heading, std::move(lines)});
  }

  void add_one(const char* heading, ExprId id) {
    if (id != k_no_expr) add(heading, {say_.phrase(id)});
  }

  // An "and" at the top reads best as one line for each part; `op` says of which kind.
  std::vector<std::string> parts(ExprId id, Op op) {
    if (id == k_no_expr) return {};
    const Expr& expr = rulebook_.exprs[id];
    if (expr.op != op || !expr.word.empty()) return {say_.phrase(id)};
    std::vector<std::string> lines;
    for (const ExprId arg : expr.args) lines.push_back(say_.phrase(arg));
    return lines;
  }

  void introduce() {
    const std::string source = rule_.source + (rule_.to_be_confirmed ? " (to be confirmed)" : "");
    add("Rule",
        {rule_.title, "source: " + source, std::string("standing: ") + name_of(rule_.standing),
         std::string("severity: ") + name_of(rule_.severity), "owner: " + rule_.owner,
         std::string("maturity: ") + name_of(rule_.maturity)});
    add("Why", {rule_.why});
    if (rule_.in_force) {
      const InForce& when = *rule_.in_force;
      add("In force", {std::string(when.by_due ? "due " : "clock started ") +
                       words_of(Date::between(when.from, when.to))});
    }
  }

  void population() {
    add("Who it is about", parts(rule_.applies, Op::all_of));
    if (rule_.each != k_no_expr) add("One answer for each of", {say_.phrase(rule_.each)});
    add_one("When the clock starts", rule_.clock);
  }

  void limits() {
    std::vector<std::string> lines;
    for (const LimitChoice& choice : rule_.limits) {
      const std::string when = choice.when == k_no_expr ? (lines.empty() ? "" : "otherwise: ")
                                                        : "if " + say_.phrase(choice.when) + ": ";
      lines.push_back(when + limit_sentence(choice.limit));
    }
    add("How long there is", std::move(lines));
    if (rule_.due != k_no_expr) {
      std::vector<std::string> due = {say_.phrase(rule_.due)};
      if (rule_.breach_on_due) due.emplace_back("that day itself is a breach");
      add("When it is due", std::move(due));
    }
    add("When it is a breach", parts(rule_.breach_when, Op::all_of));
    add("What stops the clock", parts(rule_.stops, Op::earliest_of));
  }

  void outcome() {
    std::vector<std::string> ambers;
    for (const LimitChoice& choice : rule_.limits) {
      if (!choice.limit.amber) continue;
      ambers.push_back(words_of(*choice.limit.amber) + " before it is due, where the limit is " +
                       words_of(choice.limit.span));
    }
    if (rule_.amber) {
      ambers.push_back((ambers.empty() ? "" : "otherwise ") + words_of(*rule_.amber) +
                       " before it is due");
    }
    add("Due soon", std::move(ambers));
    add("Due soon", parts(rule_.amber_when, Op::all_of));
    std::vector<std::string> reasons;
    for (const Reason& reason : rule_.explained_by) {
      reasons.push_back("\"" + reason.text + "\" if " + say_.phrase(reason.when));
    }
    add("What explains a breach", std::move(reasons));
    std::vector<std::string> facts;
    for (const Fact& fact : rule_.facts)
      facts.push_back(spaced(fact.name) + ": " + say_.phrase(fact.value));
    add("What the report shows", std::move(facts));
    std::vector<std::string> says = {rule_.says};
    for (const Reason& also : rule_.says_also) {
      says.push_back("\"" + also.text + "\" if " + say_.phrase(also.when));
    }
    add("What the report says", std::move(says));
    if (rule_.has_logic) {
      add("Has logic", {"part of this rule is worked out in Lua; read the file itself"});
    }
  }

  void figures() {
    std::vector<std::string> lines;
    for (const Setting& setting : rulebook_.settings) {
      if (setting.rule != rule_.id || !setting.is_span) continue;
      lines.push_back(setting.label + ": " + words_of(setting.span) + " (from " +
                      words_of(setting.span_from) + " to " + words_of(setting.span_to) + ")");
    }
    for (const Setting& setting : rulebook_.settings) {
      if (setting.rule != rule_.id || setting.is_span) continue;
      lines.push_back(setting.label + ": " + plain(setting.number) + " (from " +
                      plain(setting.number_from) + " to " + plain(setting.number_to) + ")");
    }
    add("Figures that people may change", std::move(lines));
  }

  static std::string plain(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", number);
    return text;
  }

  // Defining one word may name others: the list grows while it is read.
  void words_used() {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      Describer say = describer();
      const std::string meaning = say.opened(words_[i]);
      lines.push_back(spaced(rulebook_.exprs[words_[i]].word) + ": " + meaning);
    }
    add("Words used", std::move(lines));
  }

  const Rulebook& rulebook_;
  const Rule& rule_;
  std::vector<ExprId> words_;
  Describer say_;
  std::vector<Passage> passages_;
};

}  // namespace

std::string describe(const Rulebook& rulebook, ExprId expr, std::vector<ExprId>* words) {
  return Describer(rulebook.exprs, rulebook.model, rulebook.computes, words).phrase(expr);
}

std::string define(const Rulebook& rulebook, ExprId word, std::vector<ExprId>* words) {
  return Describer(rulebook.exprs, rulebook.model, rulebook.computes, words).opened(word);
}

std::vector<Passage> describe_rule(const Rulebook& rulebook, const Rule& rule) {
  return RuleDescription(rulebook, rule).passages();
}

std::string words_of(const Limit& limit) {
  return (limit.reaches ? "reaches " : "within ") + words_of(limit.span);
}

}  // namespace tidemark
