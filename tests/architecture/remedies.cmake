# Every code that a reader of registers can report has a row in engine/work/remedies.c, which says
# what was done with the record and what is needed instead, and no row there is unused. The rows
# stand in the order of their codes, because they are looked up by halving.
cmake_minimum_required(VERSION 3.25)
set(faults "")

file(GLOB readers ${ROOT}/engine/input/iati*.c ${ROOT}/engine/input/register_*.c
  ${ROOT}/engine/input/xml_records.c ${ROOT}/engine/input/csv.c ${ROOT}/engine/input/record_id.c
  ${ROOT}/engine/work/import*.c)
set(reported "")
foreach(file ${readers})
  file(READ ${file} text)
  string(REGEX MATCHALL "\"[EWN]_[A-Z0-9_]+\"" codes "${text}")
  list(APPEND reported ${codes})
endforeach()
list(REMOVE_DUPLICATES reported)
list(LENGTH reported count)
if(count LESS 50)
  string(APPEND faults "the codes of the readers are no longer found: mend remedies.cmake\n")
endif()

file(READ ${ROOT}/engine/work/remedies.c text)
string(REGEX MATCHALL "{\"[EWN]_[A-Z0-9_]+\"" rows "${text}")
list(TRANSFORM rows REPLACE "{" "")
set(sorted ${rows})
list(SORT sorted)
list(REMOVE_DUPLICATES sorted)
if(NOT "${rows}" STREQUAL "${sorted}")
  string(APPEND faults "engine/work/remedies.c: the rows are not in the order of their codes, or one stands twice\n")
endif()
foreach(code ${reported})
  if(NOT code IN_LIST rows)
    string(APPEND faults "${code} is reported of registers; engine/work/remedies.c does not say what is done about it\n")
  endif()
endforeach()
foreach(code ${rows})
  if(NOT code IN_LIST reported)
    string(APPEND faults "engine/work/remedies.c: no reader of registers reports ${code}\n")
  endif()
endforeach()

if(faults)
  message(FATAL_ERROR "${faults}")
endif()
