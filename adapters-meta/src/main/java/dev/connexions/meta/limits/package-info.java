/** How much Meta lets us ask, and when not to ask at all. */
@NullMarked
package dev.connexions.meta.limits;

import org.jspecify.annotations.NullMarked;
