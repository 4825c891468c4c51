# What is installed: the program (apps/cli), the library with its headers and CMake package, the
# licence. `cpack -G DEB` packs the same.
include(CMakePackageConfigHelpers)

set(TALLYBOOK_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/tallybook)

install(TARGETS tallybook EXPORT tallybook-targets)
install(DIRECTORY include/tallybook DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
install(EXPORT tallybook-targets NAMESPACE tallybook:: DESTINATION ${TALLYBOOK_CMAKE_DIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(cmake/tallybook-config.cmake.in tallybook-config.cmake
  INSTALL_DESTINATION ${TALLYBOOK_CMAKE_DIR} NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(tallybook-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/tallybook-config.cmake
  ${PROJECT_BINARY_DIR}/tallybook-config-version.cmake
  DESTINATION ${TALLYBOOK_CMAKE_DIR})

set(CPACK_PACKAGE_NAME tallybook)
set(CPACK_PACKAGE_VENDOR "The Tallybook authors")
set(CPACK_PACKAGE_CONTACT "The Tallybook authors <tallybook@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Only who builds against the static library needs the headers of what it links.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
  "libexpected-dev, libicu-dev, libuchardet-dev, libzip-dev, libpugixml-dev, libgumbo-dev, libmd4c-dev, libfmt-dev, libxlsxwriter-dev, libre2-dev, nettle-dev")
include(CPack)
