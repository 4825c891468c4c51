# INPUT (a text file) → OUTPUT: a source file that defines tallybook::embedded::NAME.
# Raw literals are cut at 16 kB, because compilers need accept no longer one; a cut never falls
# inside a line.
file(READ ${INPUT} content)
string(FIND "${content}" ")TB\"" clash)
if(NOT clash EQUAL -1)
  message(FATAL_ERROR "${INPUT} holds the raw string delimiter")
endif()
set(body "")
while(NOT content STREQUAL "")
  string(LENGTH "${content}" length)
  if(length GREATER 16000)
    string(SUBSTRING "${content}" 0 16000 piece)
    string(FIND "${piece}" "\n" cut REVERSE)
    math(EXPR cut "${cut} + 1")
  else()
    set(cut ${length})
  endif()
  string(SUBSTRING "${content}" 0 ${cut} piece)
  string(SUBSTRING "${content}" ${cut} -1 content)
  string(APPEND body "R\"TB(${piece})TB\"\n")
endwhile()
file(WRITE ${OUTPUT} "#include <string_view>
namespace tallybook::embedded {
extern const std::string_view ${NAME};
const std::string_view ${NAME} = \"\"
${body};
}  // namespace tallybook::embedded
")
