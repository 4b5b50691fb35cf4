/** Meta's no, before it is put into the words of the Graph. */
@NullMarked
package dev.connexions.meta.sandbox.refusal;

import org.jspecify.annotations.NullMarked;
