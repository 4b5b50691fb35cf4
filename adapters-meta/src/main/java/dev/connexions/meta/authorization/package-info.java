/** Consent as Meta runs it: the dialog, the exchange of its code, the proof of whose token it is. */
@NullMarked
package dev.connexions.meta.authorization;

import org.jspecify.annotations.NullMarked;
