/** For the tests of this adapter and of what is built on it: the service on a socket, and the contract it answers by. */
@NullMarked
package dev.connexions.web.testing;

import org.jspecify.annotations.NullMarked;
