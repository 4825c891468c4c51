# ccache where it is there; a launcher that the caller chose has the first word.
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CXX_COMPILER_LAUNCHER AND NOT DEFINED ENV{CMAKE_CXX_COMPILER_LAUNCHER})
  find_program(TALLYBOOK_CCACHE ccache)
  if(TALLYBOOK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${TALLYBOOK_CCACHE})
  endif()
endif()
