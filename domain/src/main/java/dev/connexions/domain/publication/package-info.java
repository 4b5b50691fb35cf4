/**
 * What is on its way to Instagram: what may go into a container, what becomes of one, and how much Meta lets an account
 * publish. Not what stands there already (media).
 */
@NullMarked
package dev.connexions.domain.publication;

import org.jspecify.annotations.NullMarked;
