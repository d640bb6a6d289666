// The main function of every test program: Catch2's own, compiled once and linked into each.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
