/** xml_attributes.h - attributes as libxml2's events give them, turned into ours.
 *
 * Private to xml_records. */
#ifndef SEL_INPUT_XML_ATTRIBUTES_H
#define SEL_INPUT_XML_ATTRIBUTES_H

#include "base/arena.h"
#include "input/xml_records.h"

#include <libxml/xmlstring.h>

/** Set element's attributes from count groups of five pointers (local name, prefix, URI, value, end
 *  of value); values are copied into arena. Those of other namespaces are left out, but for
 *  xml:lang and the reference to another part of an office document. */
void sel_xml_attributes_set(sel_xml_element *element, sel_arena *arena, const xmlChar **raw,
                            int count);

#endif
