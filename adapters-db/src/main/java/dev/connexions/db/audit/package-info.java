/** The chain of who did what. */
@NullMarked
package dev.connexions.db.audit;

import org.jspecify.annotations.NullMarked;
