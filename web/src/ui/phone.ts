/** Whether the page is as narrow as a phone. */
import { ref } from 'vue'

const narrow = window.matchMedia('(width <= 720px)')

export const isPhone = ref(narrow.matches)

narrow.addEventListener('change', () => (isPhone.value = narrow.matches))
