/** A connexion's daily quota, and reservations of it. */
@NullMarked
package dev.connexions.web.quota;

import org.jspecify.annotations.NullMarked;
