/** The program as its user runs it: a process that is started, stopped and killed. */
@NullMarked
package dev.connexions.acceptance.process;

import org.jspecify.annotations.NullMarked;
