/** What goes wrong on purpose. */
@NullMarked
package dev.connexions.meta.sandbox.faults;

import org.jspecify.annotations.NullMarked;
