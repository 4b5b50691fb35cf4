/** One trip through Meta's consent, from the link the customer opens to the token it brings back. */
@NullMarked
package dev.connexions.domain.authorization;

import org.jspecify.annotations.NullMarked;
