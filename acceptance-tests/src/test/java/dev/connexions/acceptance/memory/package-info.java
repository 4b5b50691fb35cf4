/** The scenarios' driver on the in-memory adapters: use cases called directly, nothing between. */
@NullMarked
package dev.connexions.acceptance.memory;

import org.jspecify.annotations.NullMarked;
