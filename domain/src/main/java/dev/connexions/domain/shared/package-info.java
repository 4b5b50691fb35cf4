/** What every capability speaks of: who acts, for which organisation, and the secret nobody prints. */
@NullMarked
package dev.connexions.domain.shared;

import org.jspecify.annotations.NullMarked;
