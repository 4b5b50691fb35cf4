/**
 * How many units a connexion may still spend today: the civil day they are counted in, what is held and spent of them, and
 * when there is room again. Our own count only, not Meta's.
 */
@NullMarked
package dev.connexions.domain.quota;

import org.jspecify.annotations.NullMarked;
