/** The count in the platform's columns and the reservations beside it. */
@NullMarked
package dev.connexions.db.quota;

import org.jspecify.annotations.NullMarked;
