/** Who did what, when, to which connexion, as a chain in which a missing or altered link shows. */
@NullMarked
package dev.connexions.domain.audit;

import org.jspecify.annotations.NullMarked;
