// What a number in a sheet is, by its format: a day, a time of day, or a plain number; and as what
// text it goes on, so that days read like the days of a CSV file and ids keep no ".0". Pure
// functions.
#pragma once

#include <string>
#include <string_view>

namespace tidemark {

enum class NumberFormat { plain, day, time };

// By the number of a built-in format, or by the text of a workbook's own: "dd/mm/yyyy", "[h]:mm".
[[nodiscard]] NumberFormat built_in_format(int id);
[[nodiscard]] NumberFormat format_of_code(std::string_view code);

// Days from the serial of a workbook that counts from 1904 to that of one that counts from 1900.
constexpr int k_1904_days = 1462;

// "2021-03-01", "2021-03-01 09:30:00" or "09:30:00"; `text` as it stands where it is no number or
// no day that a sheet can show. Serial 60 is 29 February 1900, a day that there never was.
[[nodiscard]] std::string sheet_number_text(std::string_view text, NumberFormat format,
                                            bool from_1904);

}  // namespace tidemark
