import type { Contact } from './contact.ts';

/**
 * Brings a contact into the form in which two equal contacts are identical: AWS trims the e-mail address and keeps its case,
 * and keeps name, title and phone exactly as sent (observed on live AWS). The domain of an address has no case.
 */
export const normalizeContact = ({ name, title, email, phone }: Contact): Contact => ({
  name,
  title,
  email: lowerCaseDomain(email.trim()),
  phone,
});

const lowerCaseDomain = (email: string): string => {
  const at = email.lastIndexOf('@');
  return at < 0 ? email : email.slice(0, at) + email.slice(at).toLowerCase();
};
