/** The scenarios' driver on the whole service: HTTP in, PostgreSQL below, the Meta sandbox behind. */
@NullMarked
package dev.connexions.acceptance.full;

import org.jspecify.annotations.NullMarked;
