// Runs one command and notes what the operating system says of it.
//   measure STATFILE STDERRFILE COMMAND [ARG ...]
// STATFILE gets "wall user system peak_kib exit_code". Times include descendants that the command
// waited for; the peak is that of the largest single process. This program is small so that the
// floor under the peak is small too.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

[[noreturn]] void become(char** command, const char* error_path) {
  const int errors = open(error_path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  const int nothing = open("/dev/null", O_RDWR);
  dup2(errors, STDERR_FILENO);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  execvp(command[0], command);
  _exit(127);
}

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}

bool write_figures(const char* path, double wall, const rusage& used, int status) {
  std::FILE* file = std::fopen(path, "w");
  if (file == nullptr) return false;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::fprintf(file, "%.6f %.6f %.6f %ld %d\n", wall, seconds(used.ru_utime),
               seconds(used.ru_stime), used.ru_maxrss, code);
  return std::fclose(file) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: measure STATFILE STDERRFILE COMMAND [ARG ...]\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) become(argv + 3, argv[2]);
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return 2;
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return write_figures(argv[1], wall.count(), used, status) ? 0 : 2;
}
