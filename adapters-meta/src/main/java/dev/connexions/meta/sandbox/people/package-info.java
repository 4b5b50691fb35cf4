/** Who has accounts, and what was done to them. */
@NullMarked
package dev.connexions.meta.sandbox.people;

import org.jspecify.annotations.NullMarked;
