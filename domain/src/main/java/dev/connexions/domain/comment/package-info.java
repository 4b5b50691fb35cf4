/** What people, and the account itself, write under its media. */
@NullMarked
package dev.connexions.domain.comment;

import org.jspecify.annotations.NullMarked;
