#include "calendar.hpp"

namespace limit {

std::int32_t month_start[k_months + 1];
const DayOfMonth* days_of_month = nullptr;

namespace {

int days_in_month(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : lengths[month - 1];
}

}  // namespace

void make_calendar() {
  static std::vector<DayOfMonth> table;
  month_start[0] = -25568;  // 1899-12-31
  for (int month = 0; month < k_months; ++month) {
    const int length = days_in_month(k_first_year + month / 12, month % 12 + 1);
    for (int day = 1; day <= length; ++day) table.push_back({month, day});
    month_start[month + 1] = month_start[month] + length;
  }
  days_of_month = table.data();
}

std::vector<IsoText> iso_texts(std::int32_t first, std::int32_t last) {
  std::vector<IsoText> texts;
  for (std::int32_t day = first; day <= last; ++day) {
    const DayOfMonth d = day_of_month(day);
    const int year = k_first_year + d.month / 12;
    IsoText iso{};
    put_two_digits(iso.text, year / 100);
    put_two_digits(iso.text + 2, year % 100);
    iso.text[4] = '-';
    put_two_digits(iso.text + 5, d.month % 12 + 1);
    iso.text[7] = '-';
    put_two_digits(iso.text + 8, d.day);
    texts.push_back(iso);
  }
  return texts;
}

}  // namespace limit
