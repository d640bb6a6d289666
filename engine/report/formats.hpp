// A Document as bytes, one function a format. Pure functions: the same Document gives the same
// bytes.
#pragma once

#include <map>
#include <string>

#include "base/result.hpp"
#include "report/document.hpp"

namespace tidemark::report {

[[nodiscard]] std::string document_html(const Document& document);
// Tagged (headings, tables with scopes, figures with alternatives, artifacts), bookmarks, Page x of
// y.
[[nodiscard]] Result<std::string> document_pdf(const Document& document);
[[nodiscard]] Result<std::string> document_docx(const Document& document);
// A sheet for each table and a first sheet with the rest; filters, frozen headings, lists of
// choices.
[[nodiscard]] Result<std::string> document_xlsx(const Document& document);
[[nodiscard]] std::string document_json(const Document& document);
// By file name: one file for each table.
[[nodiscard]] std::map<std::string, std::string> document_csvs(const Document& document);

// A picture as inline SVG with title and desc.
[[nodiscard]] std::string picture_svg(const Picture& picture);

}  // namespace tidemark::report
