/** Who calls: the platform's tokens, checked. Which organisation that is, only the database answers. */
@NullMarked
package dev.connexions.web.identity;

import org.jspecify.annotations.NullMarked;
