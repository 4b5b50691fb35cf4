/** Everything on one machine from one command: database, sandbox, two organisations. */
@NullMarked
package dev.connexions.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
