/** What Meta measures of an account and its media. A gap is a gap with a reason; it is never a zero. */
@NullMarked
package dev.connexions.domain.insight;

import org.jspecify.annotations.NullMarked;
