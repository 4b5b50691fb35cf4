/** Comments at Meta: read, written, hidden, removed. */
@NullMarked
package dev.connexions.application.comment;

import org.jspecify.annotations.NullMarked;
