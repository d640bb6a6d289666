-- Rules are Lua that is run by the engine alone. The words of the language and the names of the
-- case tables are globals to it, and the engine checks them better than luacheck can: with file,
-- line and the nearest word (`tidemark check`). So reading an unknown global is left to the engine.
std = "lua54"
ignore = { "113" }
max_line_length = 120
-- Rules that are broken on purpose, to be refused.
exclude_files = { "tests/**/BROKEN.lua", "tests/**/broken/**", "tests/**/hostile/**" }
