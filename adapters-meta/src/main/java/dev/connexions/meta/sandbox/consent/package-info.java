/** The consent dialog and the endpoint that takes its codes. */
@NullMarked
package dev.connexions.meta.sandbox.consent;

import org.jspecify.annotations.NullMarked;
