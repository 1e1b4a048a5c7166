/** The links that were just made: shown once, to be sent to each. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { linkAddress, type PersonLink } from '../../data/net/people.ts';
import page from '../../ui/page.module.css';
import styles from './people.module.css';

/** Addresses that mean another machine wherever they are opened. */
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

export function Links({ links }: { readonly links: readonly PersonLink[] }) {
  const { t } = useTranslation();
  // Without https a browser has no clipboard for pages: then what is in the fields is taken by hand.
  const copy = (text: string) => {
    const failed = () => notifications.show({ message: t('people.copyByHand'), color: 'yellow' });
    if (navigator.clipboard === undefined) return failed();
    navigator.clipboard
      .writeText(text)
      .then(() => notifications.show({ message: t('people.copied'), color: 'green' }), failed);
  };
  const all = links.map((l) => [l.name, l.userName, linkAddress(l.token)].join('\t')).join('\n');
  return (
    <section className={styles.links} aria-label={t('people.linksTitle')}>
      <h3>{t('people.linksTitle')}</h3>
      <p className={page.soft}>{t('people.linksLead')}</p>
      {LOCAL.has(location.hostname) && <p className={styles.notice}>{t('people.localOnly')}</p>}
      {links.map((link) => (
        <div key={link.userId} className={styles.link}>
          <TextInput
            label={`${link.name} · ${link.userName}`}
            aria-label={t('people.link', { name: link.name })}
            value={linkAddress(link.token)}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            aria-label={t('people.copyLink', { name: link.name })}
            onClick={() =>
              copy(
                t('people.linkMessage', {
                  name: link.name,
                  userName: link.userName,
                  address: linkAddress(link.token),
                }),
              )
            }
          >
            {t('people.copy')}
          </Button>
        </div>
      ))}
      {links.length > 1 && (
        <Button variant="default" onClick={() => copy(all)}>
          {t('people.copyAll')}
        </Button>
      )}
    </section>
  );
}
