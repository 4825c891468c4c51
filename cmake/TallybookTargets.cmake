# Settings that every target of the project shares, and the functions that make one target a folder.

add_library(tallybook_options INTERFACE)
target_compile_options(tallybook_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  # gcc 12 sees overlapping copies in std::string that are not there (GCC bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${TALLYBOOK_WERROR}>:-Werror>)
if(TALLYBOOK_SANITIZE)
  target_compile_options(tallybook_options INTERFACE
    -fsanitize=${TALLYBOOK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(tallybook_options INTERFACE -fsanitize=${TALLYBOOK_SANITIZE})
endif()
if(TALLYBOOK_COVERAGE)
  target_compile_options(tallybook_options INTERFACE --coverage)
  target_link_options(tallybook_options INTERFACE --coverage)
endif()

# Turns data files into one source file of raw string literals, so that the binary stands alone.
function(tallybook_embed target)
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME_WE)
    set(output ${PROJECT_BINARY_DIR}/embedded/${name}.cpp)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${PROJECT_SOURCE_DIR}/${file} -DNAME=${name} -DOUTPUT=${output}
              -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
      DEPENDS ${PROJECT_SOURCE_DIR}/${file} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
      COMMENT "Embedding ${file}" VERBATIM)
    # The standard demands no more than 65,536 characters of a compiler; gcc and clang take far more.
    set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
    target_sources(${target} PRIVATE ${output})
  endforeach()
endfunction()

function(tallybook_layer name)
  cmake_parse_arguments(ARG "" "" "USES;PRIVATE_USES;EMBEDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(tallybook_${name} STATIC ${sources})
  target_include_directories(tallybook_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(tallybook_${name} PUBLIC ${ARG_USES}
    PRIVATE ${ARG_PRIVATE_USES} tallybook_options)
  if(ARG_EMBEDS)
    tallybook_embed(tallybook_${name} ${ARG_EMBEDS})
  endif()
  set_property(GLOBAL PROPERTY tallybook_${name}_PRIVATE_USES "${ARG_PRIVATE_USES}")
endfunction()

# The installable library: the objects of the layers under one name and one public include path.
function(tallybook_library name)
  cmake_parse_arguments(ARG "" "" "FROM" ${ARGN})
  add_library(${name} STATIC)
  add_library(tallybook::${name} ALIAS ${name})
  foreach(layer IN LISTS ARG_FROM)
    target_sources(${name} PRIVATE $<TARGET_OBJECTS:tallybook_${layer}>)
    get_property(uses GLOBAL PROPERTY tallybook_${layer}_PRIVATE_USES)
    target_link_libraries(${name} PRIVATE ${uses})
  endforeach()
  target_link_libraries(${name} PUBLIC tl::expected PRIVATE $<BUILD_INTERFACE:tallybook_options>)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_include_directories(${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()
