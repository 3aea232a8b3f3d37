/** Asks before unsaved words are lost. */
import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { t } from '@/i18n'
import { confirm } from '@/ui/confirm'

export function useLeaveGuard(dirty: Ref<boolean>): void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (dirty.value) event.preventDefault()
  }
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warn))
  onBeforeRouteLeave(async () => {
    if (!dirty.value) return true
    return (await confirm({ title: t('ui.unsaved'), confirmText: t('ui.leave'), cancelText: t('ui.stay') })) !== null
  })
}
