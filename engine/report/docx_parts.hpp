// The parts of a Word file that hold no text of the paper's body: styles, list numbering, header
// and footer, properties, and how they hang together. Pure functions; each gives a whole XML part.
#pragma once

#include <string>
#include <vector>

#include "report/document.hpp"

namespace tidemark::report {

// Word's namespaces, for the root element of a part.
[[nodiscard]] std::string docx_namespaces();
[[nodiscard]] std::string docx_styles(const Document& document);
[[nodiscard]] std::string docx_numbering();
[[nodiscard]] std::string docx_header(const Document& document);
[[nodiscard]] std::string docx_footer(const Document& document);
[[nodiscard]] std::string docx_settings();
[[nodiscard]] std::string docx_properties(const Document& document);
[[nodiscard]] std::string docx_content_types();
[[nodiscard]] std::string docx_package_relations();
[[nodiscard]] std::string docx_relations(std::size_t pictures);

// Of the page, in twentieths of a point.
[[nodiscard]] int docx_text_width(const Document& document);
[[nodiscard]] std::string docx_section(const Document& document);

// Words as runs: escaped, with line breaks where the text has them. `properties` is XML.
[[nodiscard]] std::string docx_run(const std::string& words, const std::string& properties = "");

}  // namespace tidemark::report
