/** How work is bound to a caller and a transaction. */
@NullMarked
package dev.connexions.application.shared;

import org.jspecify.annotations.NullMarked;
