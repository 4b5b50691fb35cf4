/** The composition root: everything the service is made of, in the order it is built. */
@NullMarked
package dev.connexions.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
